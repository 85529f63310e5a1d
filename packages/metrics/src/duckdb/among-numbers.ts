import { appendColumns, integers32, integers64, temporary } from './append-columns.ts';
import type { Database } from './connection.ts';
import { integers } from './sql-text.ts';

/** Most numbers that are written out: to read more of them as SQL takes longer than to fill a table. */
const mostWritten = 40;

/**
 * The condition `IN (…)` of a column being one of some numbers. Many of them are put into a temporary table, which holds
 * until the next condition of that name: as SQL or as one bound text they take a few milliseconds more in each statement.
 * @param name one for each condition of a statement
 * @param type of the column: with another one the database could not skip the parts of a table that hold none of them
 */
export async function amongNumbers(
  database: Database,
  name: string,
  numbers: ArrayLike<number>,
  type: 'INTEGER' | 'BIGINT' = 'INTEGER',
): Promise<string> {
  if (numbers.length <= mostWritten) return `IN (${integers(Array.from(numbers))})`;
  const table = `${temporary}among_${name}`;
  await database.run(`CREATE OR REPLACE TEMP TABLE among_${name} (number ${type})`);
  const column = type === 'INTEGER' ? integers32(Int32Array.from(numbers)) : integers64(Float64Array.from(numbers));
  await appendColumns(database.connection, table, numbers.length, [column]);
  return `IN (SELECT number FROM ${table})`;
}
