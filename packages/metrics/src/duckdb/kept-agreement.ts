import { type Agreement, normaliseAgreement } from '@sameteam/agreement';
import { canonicalJson } from '@sameteam/model';
import { agreementRuling } from '../facts/agreement-ruling.ts';
import type { Database } from './connection.ts';
import { sha256 } from './sha256.ts';

/** What of an agreement decides how facts are made: facts by another one are thrown away. */
export function factsSignature(agreement: Agreement): string {
  return JSON.stringify({ timeZone: agreement.timeZone, ...agreementRuling(agreement) });
}

/** Whether the kept facts were made by an agreement like this one. */
export async function areFactsBy(database: Database, agreement: Agreement): Promise<boolean> {
  const [row] = await database.query("SELECT value FROM meta WHERE key = 'facts'");
  return row?.value === factsSignature(agreement);
}

/**
 * Keeps an agreement in the store, so that its facts can be made again from the store alone, and lets it bind from now
 * on where none is named.
 */
export async function keepAgreement(database: Database, agreement: Agreement): Promise<void> {
  const document = canonicalJson(agreement);
  const digest = sha256(document);
  const [kept] = await database.query(
    "SELECT (SELECT value FROM meta WHERE key = 'agreement') AS agreement, (SELECT value FROM meta WHERE key = 'facts') AS facts",
  );
  if (kept?.agreement === digest && kept.facts === factsSignature(agreement)) return;
  const known = await database.query('SELECT 1 FROM agreements WHERE digest = $1', [digest]);
  if (known.length === 0) {
    const { name, version } = agreement;
    await database.run('INSERT INTO agreements VALUES ($1, $2, $3, $4)', [digest, name, version, document]);
  }
  await keepSignature(database, agreement);
  await database.run("DELETE FROM meta WHERE key = 'agreement'");
  await database.run("INSERT INTO meta VALUES ('agreement', $1)", [digest]);
}

/** Remembers by which agreement the kept facts were made. */
export async function keepSignature(database: Database, agreement: Agreement): Promise<void> {
  await database.run("DELETE FROM meta WHERE key = 'facts'");
  await database.run("INSERT INTO meta VALUES ('facts', $1)", [factsSignature(agreement)]);
}

/** The agreement that binds where none is named; `null` before any was kept. */
export async function keptAgreement(database: Database): Promise<Agreement | null> {
  const [row] = await database.query(
    "SELECT document FROM agreements WHERE digest = (SELECT value FROM meta WHERE key = 'agreement')",
  );
  return row === undefined ? null : normaliseAgreement(JSON.parse(String(row.document)));
}
