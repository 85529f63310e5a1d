import { DuckDBInstance } from '@duckdb/node-api';

/** A table of facts as text, rows in a defined order: numbers of texts as the texts, so that two files can be compared. */
type Dump = Readonly<Record<string, readonly string[]>>;

/** All facts of a file that nobody holds open, but not by which change they were made. */
export async function factDump(path: string): Promise<Dump> {
  const instance = await DuckDBInstance.create(path);
  const connection = await instance.connect();
  const rows = async (sql: string) => (await connection.runAndReadAll(sql)).getRows();
  const textsOf = async (sql: string) =>
    new Map((await rows(sql)).map(([number, text]) => [Number(number), String(text)]));
  const terms = await textsOf('SELECT number, term FROM terms');
  const subjects = await textsOf('SELECT number, subject FROM subjects');
  const dump: Record<string, readonly string[]> = {};
  for (const [table] of await rows(
    "SELECT table_name FROM duckdb_tables() WHERE table_name LIKE '%_facts' ORDER BY 1",
  )) {
    const columns = await rows(
      `SELECT column_name, data_type FROM duckdb_columns() WHERE table_name = '${table}' AND column_name <> 'generation' ORDER BY column_index`,
    );
    const isSubject = new Set(['lead', 'opportunity', 'company', 'contact']);
    const said = (column: number, value: unknown): unknown => {
      const [name, type] = columns[column] as [string, string];
      if (value === null) return undefined;
      if (type !== 'INTEGER' || name.startsWith('day_') || name.endsWith('_day')) return `${name}=${String(value)}`;
      return `${name}=${(isSubject.has(name) ? subjects : terms).get(Number(value))}`;
    };
    const texts = (await rows(`SELECT * EXCLUDE (generation) FROM "${table}"`)).map((row) =>
      row.flatMap((value, column) => said(column, value) ?? []).join(' '),
    );
    dump[String(table)] = texts.sort();
  }
  connection.closeSync();
  instance.closeSync();
  return dump;
}
