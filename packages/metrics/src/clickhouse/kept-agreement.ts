import { hash } from 'node:crypto';
import { type Agreement, normaliseAgreement } from '@sameteam/agreement';
import { canonicalJson } from '@sameteam/model';
import type { Database } from './connection.ts';
import { readMeta, writeMeta } from './store-meta.ts';
import { tsvRow } from './tsv-row.ts';

/**
 * Keeps an agreement in the store, so that its facts can be made again from the store alone, and lets it bind from now
 * on where none is named.
 * @param version the later of two holds
 */
export async function keepAgreement(database: Database, agreement: Agreement, version: number): Promise<void> {
  const document = canonicalJson(agreement);
  const digest = hash('sha256', document, 'hex');
  await database.insert(
    'agreements',
    ['digest', 'name', 'document', 'version'],
    [tsvRow([digest, agreement.name, document, agreement.version])],
  );
  await writeMeta(database, { agreement: digest }, version);
}

/** The agreement that binds where none is named; `null` before any was kept. */
export async function keptAgreement(database: Database): Promise<Agreement | null> {
  const digest = (await readMeta(database)).get('agreement');
  if (digest === undefined) return null;
  const [row] = await database.query(
    `SELECT document FROM ${database.table('agreements')} WHERE digest = {digest:String} LIMIT 1`,
    { digest },
  );
  return row === undefined ? null : normaliseAgreement(JSON.parse(String(row.document)));
}
