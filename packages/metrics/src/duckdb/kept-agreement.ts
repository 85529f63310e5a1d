import { type Agreement, normaliseAgreement } from '@sameteam/agreement';
import { canonicalJson } from '@sameteam/model';
import type { Database } from './connection.ts';
import { sha256 } from './sha256.ts';

/** Whether the kept facts are those of a signature, see `factsSignature`. */
export async function areFactsBy(database: Database, signature: string): Promise<boolean> {
  const [row] = await database.query("SELECT value FROM meta WHERE key = 'facts'");
  return row?.value === signature;
}

/**
 * Keeps an agreement in the store, so that its facts can be made again from the store alone, and lets it bind from now
 * on where none is named.
 */
export async function keepAgreement(database: Database, agreement: Agreement): Promise<void> {
  const document = canonicalJson(agreement);
  const digest = sha256(document);
  const [kept] = await database.query("SELECT value FROM meta WHERE key = 'agreement'");
  if (kept?.value === digest) return;
  const known = await database.query('SELECT 1 FROM agreements WHERE digest = $1', [digest]);
  if (known.length === 0) {
    const { name, version } = agreement;
    await database.run('INSERT INTO agreements VALUES ($1, $2, $3, $4)', [digest, name, version, document]);
  }
  await database.run("DELETE FROM meta WHERE key = 'agreement'");
  await database.run("INSERT INTO meta VALUES ('agreement', $1)", [digest]);
}

/** Remembers by what the kept facts were made. */
export async function keepSignature(database: Database, signature: string): Promise<void> {
  await database.run("DELETE FROM meta WHERE key = 'facts'");
  await database.run("INSERT INTO meta VALUES ('facts', $1)", [signature]);
}

/** The agreement that binds where none is named; `null` before any was kept. */
export async function keptAgreement(database: Database): Promise<Agreement | null> {
  const [row] = await database.query(
    "SELECT document FROM agreements WHERE digest = (SELECT value FROM meta WHERE key = 'agreement')",
  );
  return row === undefined ? null : normaliseAgreement(JSON.parse(String(row.document)));
}

/** Every agreement that was kept under a version. */
export async function keptAgreements(database: Database, version: number): Promise<readonly Agreement[]> {
  const rows = await database.query('SELECT document FROM agreements WHERE version = $1::INTEGER', [version]);
  return rows.map(({ document }) => normaliseAgreement(JSON.parse(String(document))));
}
