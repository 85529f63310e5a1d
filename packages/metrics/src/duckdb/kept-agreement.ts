import { type Agreement, normaliseAgreement } from '@sameteam/agreement';
import type { SignatureFile } from '@sameteam/agreement/sign';
import { canonicalJson } from '@sameteam/model';
import { type KeptAgreements, type SignedVersion, withSignatures } from '../store/kept-versions.ts';
import { sha256 } from '../store/sha256.ts';
import type { Database } from './connection.ts';

const signaturesOf = (digest: string): string => `signatures ${digest}`;

/** Whether the kept facts are those of a signature: of `factsSignature`, and of the columns of the tables. */
export async function areFactsBy(database: Database, signature: string): Promise<boolean> {
  const [row] = await database.query("SELECT value FROM meta WHERE key = 'facts'");
  return row?.value === signature;
}

/**
 * Keeps an agreement in the store, so that its facts can be made again from the store alone, and lets it bind from now
 * on where none is named.
 */
export async function keepAgreement(database: Database, agreement: Agreement): Promise<void> {
  const digest = await keepDocument(database, agreement);
  await keepValue(database, 'agreement', digest);
}

/** Keeps versions with their signatures; those that came before stay. */
export async function keepVersions(database: Database, versions: readonly SignedVersion[]): Promise<void> {
  for (const { agreement, signatures } of versions) {
    const key = signaturesOf(await keepDocument(database, agreement));
    const before = await keptSignatures(database, key);
    const all = withSignatures(before, signatures);
    if (all.length > before.length) await keepValue(database, key, JSON.stringify(all));
  }
}

/** @returns its digest */
async function keepDocument(database: Database, agreement: Agreement): Promise<string> {
  const document = canonicalJson(agreement);
  const digest = sha256(document);
  const known = await database.query('SELECT 1 FROM agreements WHERE digest = $1', [digest]);
  if (known.length === 0) {
    const { name, version } = agreement;
    await database.run('INSERT INTO agreements VALUES ($1, $2, $3, $4)', [digest, name, version, document]);
  }
  return digest;
}

async function keepValue(database: Database, key: string, value: string): Promise<void> {
  const [kept] = await database.query('SELECT value FROM meta WHERE key = $1', [key]);
  if (kept?.value === value) return;
  await database.run('DELETE FROM meta WHERE key = $1', [key]);
  await database.run('INSERT INTO meta VALUES ($1, $2)', [key, value]);
}

async function keptSignatures(database: Database, key: string): Promise<readonly SignatureFile[]> {
  const [row] = await database.query('SELECT value FROM meta WHERE key = $1', [key]);
  return row === undefined ? [] : (JSON.parse(String(row.value)) as readonly SignatureFile[]);
}

/** Remembers by what the kept facts were made. */
export async function keepSignature(database: Database, signature: string): Promise<void> {
  await database.run("DELETE FROM meta WHERE key = 'facts'");
  await database.run("INSERT INTO meta VALUES ('facts', $1)", [signature]);
}

/** All that a store keeps of agreements. */
export async function keptAgreements(database: Database): Promise<KeptAgreements> {
  const [binding] = await database.query("SELECT value FROM meta WHERE key = 'agreement'");
  const rows = await database.query('SELECT digest, document FROM agreements ORDER BY version, digest');
  const versions: SignedVersion[] = [];
  let agreement: Agreement | null = null;
  for (const { digest, document } of rows) {
    const kept = normaliseAgreement(JSON.parse(String(document)));
    if (digest === binding?.value) agreement = kept;
    versions.push({ agreement: kept, signatures: await keptSignatures(database, signaturesOf(String(digest))) });
  }
  return { agreement, versions };
}
