import { MetricsError } from '../metrics-error.ts';
import type { AmountRow, LogBounds, ReducedRow, ReduceQuery, Reducer, WaitingRow } from '../plan/query.ts';
import type { Database, Row } from './connection.ts';
import { type FactValues, filterTexts } from './fact-values.ts';
import { amountsSql, type FactSource, reduceSql, waitingSql } from './reduce-sql.ts';

/** What a reducer works with. */
interface ReducerSource {
  readonly values: FactValues;
  /** @param texts that the query names */
  readonly factsUnder: (bounds: LogBounds, texts: readonly string[]) => Promise<FactSource>;
}

/** Answers the queries of a plan by facts. */
export function createReducer(database: Database, { values, factsUnder }: ReducerSource): Reducer {
  /** Where each of the rows stands. */
  async function addresses(rows: readonly Row[], query: ReduceQuery): Promise<(row: Row) => Address> {
    const columns = query.dimensions.map((column, index) => ({ name: `d${index}`, column }));
    const textOf = await values.texts(rows, columns);
    return (row) => ({
      dimensions: columns.map(({ name, column }) => textOf(column, row[name])),
      bucket: query.calendar === null ? null : Number(row.bucket),
    });
  }

  return {
    async reduce(query, bounds) {
      const rows = await database.query(reduceSql(query, await factsUnder(bounds, filterTexts(query))));
      const place = await addresses(rows, query);
      return rows.map((row) => reducedRow(row, query, place(row)));
    },
    async amounts(query, home, bounds) {
      const rows = await database.query(amountsSql(query, await factsUnder(bounds, filterTexts(query))), [home]);
      const place = await addresses(rows, query);
      return rows.map((row) => amountRow(row, place(row)));
    },
    async waiting(query, conversion, bounds) {
      const source = await factsUnder(bounds, filterTexts(query));
      const rows = await database.query(waitingSql(query, conversion, bounds.asOfMs, source));
      const place = await addresses(rows, query);
      return rows.map((row) => waitingRow(row, place(row)));
    },
  };
}

/** Where a group of a query stands. */
type Address = Pick<ReducedRow, 'dimensions' | 'bucket'>;

function reducedRow(row: Row, query: ReduceQuery, address: Address): ReducedRow {
  return {
    ...address,
    excluded: Number(row.excluded ?? 0),
    values: query.aggregates.map((_, index) => (row[`a${index}`] as number | null) ?? null),
  };
}

function amountRow(row: Row, address: Address): AmountRow {
  return {
    ...address,
    currency: String(row.currency),
    day: (row.day as number | null) ?? null,
    amountMinor: safe(row.amount),
  };
}

/** A sum comes as HUGEINT, in text where it is large. */
function safe(value: Row[string] | undefined): number {
  const sum = Number(value);
  if (!Number.isSafeInteger(sum)) throw new MetricsError('sum-too-large', { metric: 'amounts' });
  return sum;
}

function waitingRow(row: Row, address: Address): WaitingRow {
  return { ...address, converted: row.converted === true, days: Number(row.days), rows: Number(row.rows) };
}
