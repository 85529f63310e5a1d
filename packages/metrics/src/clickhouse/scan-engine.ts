import type { ScanEngine } from '../store/shared-scans.ts';
import type { FactSource } from './fact-scope-sql.ts';
import type { ReducerReading } from './reducer-reading.ts';
import { aggregateColumn, foreignAmountsSql, homeAmountColumn, type ScanColumn, scanSql } from './reduction-sql.ts';

/** How facts are scanned here. */
export function scanEngine(reading: ReducerReading): ScanEngine<FactSource, ScanColumn> {
  return {
    sourceOf: (grain, bounds) => reading.sourceOf(grain, bounds),
    aggregateColumn,
    homeAmountColumn,
    scan: (scope, wanted, source) =>
      reading.grouped(scope, source, {
        sqlOf: (at) => scanSql(scope, wanted, at),
        read: ({ address, number }) => ({
          address,
          excluded: number('excluded') ?? 0,
          values: wanted.map((_, index) => number(`a${index}`)),
        }),
      }),
    async foreignAmounts(queries, source) {
      const [query] = queries as readonly [(typeof queries)[number]];
      return reading.grouped(query, source, {
        sqlOf: (at) => foreignAmountsSql(queries, at),
        read: ({ address, number, text }) => ({
          address,
          currency: text('currency'),
          day: number('day'),
          sums: queries.map((_, index) => number(`a${index}`)),
        }),
      });
    },
  };
}
