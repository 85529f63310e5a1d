import type { FactGrain } from '../facts/schema/fact-schema.ts';
import type { GroupAddress, GroupedScope, LogBounds } from '../plan/reduction.ts';
import type { ColumnText } from '../store/scope-texts.ts';
import type { Database, Row } from './connection.ts';
import type { FactSource } from './fact-scope-sql.ts';
import type { FactTexts } from './fact-texts.ts';
import { readNumbers } from './read-numbers.ts';

/** Where facts stand under bounds. */
export type FactPlace = Pick<FactSource, 'tables' | 'calendar' | 'hasExclusions'>;

/** What a reducer works with. */
export interface ReducerParts {
  readonly texts: FactTexts;
  readonly factsUnder: (bounds: LogBounds) => Promise<FactPlace>;
}

/** A row of a statement with the address of its group. */
export interface AddressedRow {
  readonly row: Row;
  readonly address: GroupAddress;
  /** The text of a further column. */
  readonly text: (name: string) => string | null;
}

/** How a reducer asks for facts, and reads what the database answers. */
export interface ReducerReading {
  /** @param named all texts that the statement will name */
  sourceOf(grain: FactGrain, bounds: LogBounds, named: readonly ColumnText[]): Promise<FactSource>;
  /** The rows of a statement, each with the address of its group and the texts of further columns. */
  addressed(
    scope: GroupedScope,
    sql: string,
    further?: Readonly<Record<string, string | null>>,
  ): Promise<readonly AddressedRow[]>;
  /**
   * The rows of a statement that may have very many, by columns of whole numbers.
   * @param wanted.numbers names of columns that are never NULL
   * @param wanted.text the column of facts behind the column `text`; `null` where none is asked for
   */
  numbered(
    scope: GroupedScope,
    sql: string,
    wanted: { readonly numbers: readonly string[]; readonly text: string | null },
  ): Promise<NumberedRows>;
}

/** The rows of a statement by columns of numbers. */
export interface NumberedRows {
  readonly count: number;
  /** Address of the group of a row: rows of one group share it. */
  readonly address: (row: number) => GroupAddress;
  /** The wanted columns, in their order. */
  readonly numbers: readonly ArrayLike<number>[];
  /** The text of the column `text` in a row. */
  readonly text: (row: number) => string | null;
}

export function reducerReading(database: Database, { texts, factsUnder }: ReducerParts): ReducerReading {
  let lastTables: FactPlace['tables'] | null = null;
  return {
    async sourceOf(grain, bounds, named) {
      const place = await factsUnder(bounds);
      // Facts under other bounds may have been made just now, with words that nobody had said before.
      if (place.tables !== lastTables) texts.forgetMissing();
      lastTables = place.tables;
      return { ...place, asOfMs: bounds.asOfMs, numberOf: await texts.numbers(grain, named) };
    },
    async addressed(scope, sql, further = {}) {
      const rows = await database.query(sql);
      const dimensions = scope.dimensions.map((column, index) => ({ name: `d${index}`, column }));
      const others = Object.entries(further).flatMap(([name, column]) => (column === null ? [] : [{ name, column }]));
      const textOf = await texts.texts(scope.grain, rows, [...dimensions, ...others]);
      return rows.map((row) => ({
        row,
        address: {
          dimensions: dimensions.map(({ name, column }) => textOf(column, row[name])),
          bucket: scope.calendar === null ? null : Number(row.bucket),
        },
        text: (name) => textOf(further[name] ?? '', row[name]),
      }));
    },
    async numbered({ grain, dimensions, calendar }, sql, wanted) {
      const named = [...dimensions.map((_, index) => `d${index}`), ...(wanted.text === null ? [] : ['text'])];
      const columns = [
        // Numbers of texts begin at 1: 0 stands for none.
        ...named.map((name) => `coalesce(${name}, 0)`),
        calendar === null ? '0' : 'bucket',
        ...wanted.numbers.map((name) => `"${name}"`),
      ];
      const read = await readNumbers(database, `SELECT ${columns.join(', ')} FROM (${sql})`);
      const of = dimensions.map((column, index) => ({ column, numbers: read[index] as Float64Array }));
      const buckets = read[named.length] as Float64Array;
      const ends =
        wanted.text === null ? null : { column: wanted.text, numbers: read[dimensions.length] as Float64Array };
      const textOf = await texts.textsOf(grain, ends === null ? of : [...of, ends]);
      const tuples = new Map<string, GroupAddress['dimensions']>();
      return {
        count: buckets.length,
        address: (row) => {
          const key = of.map(({ numbers }) => numbers[row]).join(' ');
          const known = tuples.get(key) ?? of.map(({ column, numbers }) => textOf(column, numbers[row] as number));
          tuples.set(key, known);
          return { dimensions: known, bucket: calendar === null ? null : (buckets[row] as number) };
        },
        numbers: read.slice(named.length + 1),
        text: (row) => (ends === null ? null : textOf(ends.column, ends.numbers[row] as number)),
      };
    },
  };
}

export function numberOrNull(value: Row[string] | undefined): number | null {
  return value === null || value === undefined ? null : Number(value);
}
