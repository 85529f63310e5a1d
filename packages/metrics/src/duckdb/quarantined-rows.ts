import type { Engine } from '../engine.ts';
import type { Database } from './connection.ts';

type Page = Parameters<Engine['quarantined']>[0];

/** Rows that were not taken, by import, file and line; those of imports that were taken back too. */
export async function quarantinedRows(
  database: Database,
  { after = 0, limit, import: only }: Page,
): ReturnType<Engine['quarantined']> {
  const rows = await database.query(
    `SELECT i.id AS import, q.file, q.line, q."column", q.code, q.message, q.raw FROM quarantine q JOIN imports i ON i.number = q.import
      WHERE $1 IS NULL OR i.id = $1 ORDER BY q.import, q.file, q.line, q.code, q."column" LIMIT $2::BIGINT OFFSET $3::BIGINT`,
    [only ?? null, limit, after],
  );
  return rows.map((row) => ({
    import: String(row.import),
    file: String(row.file),
    line: Number(row.line),
    column: row.column === null ? null : String(row.column),
    code: String(row.code),
    message: String(row.message),
    raw: String(row.raw),
  }));
}
