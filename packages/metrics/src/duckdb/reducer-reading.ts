import type { FactGrain } from '../facts/schema/fact-schema.ts';
import { MetricsError } from '../metrics-error.ts';
import type { GroupAddress, GroupedScope, LogBounds } from '../plan/reduction.ts';
import type { Database, Row } from './connection.ts';
import type { ColumnText, FactSource } from './fact-scope-sql.ts';
import type { FactTexts } from './fact-texts.ts';

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
}

export function reducerReading(database: Database, { texts, factsUnder }: ReducerParts): ReducerReading {
  return {
    async sourceOf(grain, bounds, named) {
      const place = await factsUnder(bounds);
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
  };
}

export function numberOrNull(value: Row[string] | undefined): number | null {
  return value === null || value === undefined ? null : Number(value);
}

/** A sum comes as a number of 128 bits. */
export function exact(value: number): number {
  if (!Number.isSafeInteger(value)) throw new MetricsError('sum-too-large', { metric: 'amounts' });
  return value;
}
