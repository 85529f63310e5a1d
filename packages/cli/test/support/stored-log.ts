import { DuckDBInstance } from '@duckdb/node-api';

/** Rows of a query against a database file, read beside the program under test. */
export async function query(path: string, sql: string): Promise<readonly Record<string, unknown>[]> {
  const instance = await DuckDBInstance.create(path, { access_mode: 'READ_ONLY' });
  const connection = await instance.connect();
  try {
    return (await connection.runAndReadAll(sql)).getRowObjectsJson();
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

/** Events of imports that were not taken back, each as one line, in an order that does not depend on the import. */
export async function storedLog(path: string): Promise<readonly string[]> {
  const rows = await query(
    path,
    `SELECT s.source, x.id, e.type::INTEGER AS type, u.subject, e.time, x.data, x.attributes, p.data AS personal
       FROM events e JOIN event_texts x ON x.seq = e.seq JOIN sources s ON s.number = e.source JOIN subjects u ON u.number = e.subject
       JOIN imports i ON i.number = e.import AND i.undone IS NULL LEFT JOIN personal p ON p.seq = e.seq
       ORDER BY s.source, x.id, e.seq`,
  );
  return rows.map((row) => JSON.stringify(row));
}

/** Rows in quarantine. */
export async function storedQuarantine(path: string): Promise<readonly Record<string, unknown>[]> {
  return query(path, 'SELECT file, line::INTEGER AS line, "column", code, message, raw FROM quarantine ORDER BY ALL');
}
