import type { Database } from './connection.ts';
import { tsvRow } from './tsv-row.ts';

/** The few things that a store knows of itself, by their names. */
export async function readMeta(database: Database): Promise<ReadonlyMap<string, string>> {
  const rows = await database.query(`SELECT key, value FROM ${database.table('meta')} FINAL`);
  return new Map(rows.map(({ key, value }) => [String(key), String(value)]));
}

/**
 * Sets some of them.
 * @param version the later of two holds
 */
export async function writeMeta(
  database: Database,
  values: Readonly<Record<string, string>>,
  version: number,
): Promise<void> {
  const rows = Object.entries(values).map(([key, value]) => tsvRow([key, value, version]));
  await database.insert('meta', ['key', 'value', 'version'], rows);
}
