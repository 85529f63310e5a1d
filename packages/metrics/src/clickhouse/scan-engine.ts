import type { ScanEngine } from '../store/shared-scans.ts';
import type { FactSource } from './fact-scope-sql.ts';
import type { ReducerReading } from './reducer-reading.ts';
import {
  aggregateColumn,
  foreignAmountsSql,
  homeAmountColumn,
  type ScanColumn,
  scanPlaces,
  scanSql,
} from './reduction-sql.ts';

/** How facts are scanned here. */
export function scanEngine(reading: ReducerReading): ScanEngine<FactSource, ScanColumn> {
  return {
    sourceOf: (grain, bounds) => reading.sourceOf(grain, bounds),
    aggregateColumn,
    homeAmountColumn,
    async scan(scope, wanted, source) {
      const places = scanPlaces(wanted);
      return reading.grouped(scope, source, {
        sqlOf: (at) => scanSql(scope, wanted, at),
        read: ({ address, number }) => ({
          address,
          excluded: number('excluded') ?? 0,
          values: places.map(({ name, item }) => number(name, item)),
        }),
      });
    },
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
