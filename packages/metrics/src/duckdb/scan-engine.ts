import type { ScanEngine } from '../store/shared-scans.ts';
import type { FactSource } from './fact-scope-sql.ts';
import { numberOrNull, type ReducerReading } from './reducer-reading.ts';
import { aggregateColumn, foreignAmountsSql, homeAmountColumn, type ScanColumn, scanSql } from './reduction-sql.ts';

/** How facts are scanned here. */
export function scanEngine(reading: ReducerReading): ScanEngine<FactSource, ScanColumn> {
  return {
    sourceOf: reading.sourceOf,
    aggregateColumn,
    homeAmountColumn,
    async scan(scope, wanted, source) {
      const rows = await reading.addressed(scope, scanSql(scope, wanted, source));
      return rows.map(({ row, address }) => ({
        address,
        excluded: Number(row.excluded ?? 0),
        values: wanted.map((_, index) => numberOrNull(row[`a${index}`])),
      }));
    },
    async foreignAmounts(queries, source) {
      const [query] = queries as readonly [(typeof queries)[number]];
      const rows = await reading.addressed(query, foreignAmountsSql(queries, source), { currency: query.currency });
      return rows.map(({ row, address, text }) => ({
        address,
        currency: text('currency'),
        day: numberOrNull(row.day),
        sums: queries.map((_, index) => numberOrNull(row[`a${index}`])),
      }));
    },
  };
}
