import type { Engine } from '../engine.ts';
import type { Database } from './connection.ts';
import type { Registry } from './import-registry.ts';
import { integers } from './sql-text.ts';

type Page = Parameters<Engine['quarantined']>[0];

/** Rows that were not taken, by import, file and line; those of imports that were taken back too. */
export async function quarantinedRows(
  database: Database,
  { imports }: Registry,
  { after = 0, limit, import: only }: Page,
): ReturnType<Engine['quarantined']> {
  const wanted = imports.filter(({ id }) => only === undefined || id === only);
  if (wanted.length === 0) return [];
  const tokens = integers(wanted.map(({ token }) => token));
  const rows = await database.query(
    `SELECT toString(import) AS token, file, line, column, code, message, raw FROM ${database.table('quarantine')} FINAL WHERE import IN (${tokens})
      ORDER BY indexOf([${tokens}], import), file, line, code, column NULLS LAST LIMIT {limit:UInt64} OFFSET {after:UInt64}`,
    { limit, after },
  );
  const ids = new Map(wanted.map(({ token, id }) => [String(token), id]));
  return rows.map((row) => ({
    import: ids.get(String(row.token)) as string,
    file: String(row.file),
    line: Number(row.line),
    column: row.column === null ? null : String(row.column),
    code: String(row.code),
    message: String(row.message),
    raw: String(row.raw),
  }));
}
