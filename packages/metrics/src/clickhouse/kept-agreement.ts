import { type Agreement, normaliseAgreement } from '@sameteam/agreement';
import type { SignatureFile } from '@sameteam/agreement/sign';
import { canonicalJson } from '@sameteam/model';
import { type KeptAgreements, type SignedVersion, withSignatures } from '../store/kept-versions.ts';
import { sha256 } from '../store/sha256.ts';
import type { Database } from './connection.ts';
import { readMeta, writeMeta } from './store-meta.ts';
import { tsvRow } from './tsv-row.ts';

const signaturesOf = (digest: string): string => `signatures ${digest}`;

/**
 * Keeps an agreement in the store, so that its facts can be made again from the store alone, and lets it bind from now
 * on where none is named.
 * @param version the later of two holds
 */
export async function keepAgreement(database: Database, agreement: Agreement, version: number): Promise<void> {
  await writeMeta(database, { agreement: await keepDocument(database, agreement) }, version);
}

/**
 * Keeps versions with their signatures; those that came before stay.
 * @param version of two lists of signatures the later one holds
 */
export async function keepVersions(
  database: Database,
  versions: readonly SignedVersion[],
  version: number,
): Promise<void> {
  if (versions.length === 0) return;
  const kept = new Map(await readMeta(database));
  for (const { agreement, signatures } of versions) {
    const key = signaturesOf(await keepDocument(database, agreement));
    const before = readSignatures(kept.get(key));
    const all = withSignatures(before, signatures);
    if (all.length === before.length) continue;
    kept.set(key, JSON.stringify(all));
    await writeMeta(database, { [key]: JSON.stringify(all) }, version);
  }
}

/** @returns its digest */
async function keepDocument(database: Database, agreement: Agreement): Promise<string> {
  const document = canonicalJson(agreement);
  const digest = sha256(document);
  const known = await database.query(
    `SELECT 1 FROM ${database.table('agreements')} WHERE digest = {digest:String} LIMIT 1`,
    {
      digest,
    },
  );
  if (known.length > 0) return digest;
  await database.insert(
    'agreements',
    ['digest', 'name', 'document', 'version'],
    [tsvRow([digest, agreement.name, document, agreement.version])],
  );
  return digest;
}

function readSignatures(value: string | undefined): readonly SignatureFile[] {
  return value === undefined ? [] : (JSON.parse(value) as readonly SignatureFile[]);
}

/** All that a store keeps of agreements. */
export async function keptAgreements(database: Database): Promise<KeptAgreements> {
  const meta = await readMeta(database);
  // A document that was kept twice is there twice until the database puts its rows together.
  const rows = await database.query(
    `SELECT digest, document FROM ${database.table('agreements')} ORDER BY version, digest LIMIT 1 BY digest`,
  );
  const versions = rows.map(({ digest, document }): SignedVersion & { readonly digest: string } => ({
    digest: String(digest),
    agreement: normaliseAgreement(JSON.parse(String(document))),
    signatures: readSignatures(meta.get(signaturesOf(String(digest)))),
  }));
  const binding = versions.find(({ digest }) => digest === meta.get('agreement'));
  return {
    agreement: binding?.agreement ?? null,
    versions: versions.map(({ agreement, signatures }) => ({ agreement, signatures })),
  };
}
