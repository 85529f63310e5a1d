import { packTexts } from '../batch/pack-events.ts';
import type { Bound } from './connection.ts';
import { packedRowsSql } from './packed-rows.ts';
import { integers } from './sql-text.ts';

/** A condition that a column is one of some numbers, and the value that it binds. */
export interface AmongNumbers {
  /** `IN (…)`. */
  readonly sql: string;
  /** Nothing, or `$1`. */
  readonly values: readonly Bound[];
}

/** Most numbers that are written out: more take longer to read as SQL than as one bound text. */
const mostWritten = 500;

/**
 * The condition of a column being one of some numbers.
 * @param type of the column: with another one the database could not skip the parts of a table that hold none of them
 */
export function amongNumbers(numbers: readonly number[], type: 'INTEGER' | 'BIGINT' = 'INTEGER'): AmongNumbers {
  if (numbers.length <= mostWritten) return { sql: `IN (${integers(numbers)})`, values: [] };
  return { sql: `IN (SELECT text::${type} FROM ${packedRowsSql(1)})`, values: [packTexts(numbers.map(String))] };
}
