import type { FactColumnData } from '../facts/columns/column-builder.ts';
import type { ColumnData } from '../facts/columns/column-part.ts';
import type { DayOf } from '../facts/zone-days.ts';
import {
  appendColumns,
  blankColumns,
  coded32,
  constant32,
  type NumberColumn,
  nullable32,
  nullable64,
} from './append-columns.ts';
import type { Database } from './connection.ts';
import { tableColumns } from './fact-tables.ts';

/** What the values of folds are in the store. */
export interface FactNumbers {
  /** Number in `terms` and in `subjects` of each code; 0 for the missing one. */
  readonly terms: Int32Array;
  readonly subjects: Int32Array;
  readonly dayOf: DayOf;
  /** Which change made the rows, see `changed-facts`. */
  readonly generation: number;
}

/** Appends rows of facts to the table of their grain, in the transaction that is open. */
export async function appendFacts(
  database: Database,
  table: string,
  { grain, count, columns }: FactColumnData,
  numbers: FactNumbers,
): Promise<void> {
  if (count === 0) return;
  const blank = blankColumns(count);
  const appended = tableColumns(grain).map(({ name, kind, of }) => {
    const data = columns[of ?? name] as ColumnData;
    if (data.isBlank) return kind === 'time' || kind === 'integer' ? blank.of64 : blank.of32;
    return of === null ? columnOf(data, numbers) : daysOf(data, numbers.dayOf);
  });
  await appendColumns(database.connection, table, count, [...appended, constant32(count, numbers.generation)]);
}

function columnOf(data: ColumnData, numbers: FactNumbers): NumberColumn {
  switch (data.kind) {
    case 'term':
      return coded32(data.codes, numbers.terms);
    case 'subject':
      return coded32(data.codes, numbers.subjects);
    case 'day':
      return nullable32(data.values);
    case 'time':
    case 'integer':
      return nullable64(data.values);
  }
}

function daysOf(data: ColumnData, dayOf: DayOf): NumberColumn {
  if (!('values' in data)) throw new TypeError('Only times have local days.');
  return nullable32(data.values, dayOf);
}
