import type { AmountGroup, AmountQuery, GroupedScope, LogBounds, ReducedGroup, Reduction } from '../plan/reduction.ts';
import type { AskTogether, createBatches } from './batches.ts';
import type { Row } from './connection.ts';
import { type ColumnText, type FactSource, scopeTexts } from './fact-scope-sql.ts';
import { type AddressedRow, exact, numberOrNull, type ReducerReading } from './reducer-reading.ts';
import { aggregateColumn, foreignAmountsSql, homeAmountColumn, type ScanColumn, scanSql } from './reduction-sql.ts';

/** Columns that are wanted of the groups of a scope. */
interface ScanQuestion {
  readonly scope: GroupedScope;
  readonly bounds: LogBounds;
  readonly named: readonly ColumnText[];
  readonly columns: (source: FactSource) => readonly ScanColumn[];
}

/** A group with the values of the columns that were asked for. */
interface ScannedGroup extends AddressedRow {
  readonly values: readonly Row[string][];
}

interface ForeignQuestion {
  readonly query: AmountQuery;
  readonly bounds: LogBounds;
}

/** Reductions and amounts, of which those of the same rows in the same groups are computed in one scan. */
export interface SharedScans {
  reduce(query: Reduction, bounds: LogBounds): Promise<readonly ReducedGroup[]>;
  amounts(query: AmountQuery, bounds: LogBounds): Promise<readonly AmountGroup[]>;
}

/** @param batches what is asked at once is put together by */
export function sharedScans(reading: ReducerReading, batches: ReturnType<typeof createBatches>): SharedScans {
  const scan: AskTogether<ScanQuestion, readonly ScannedGroup[]> = batches({
    keyOf: ({ scope, bounds }) => JSON.stringify([scopeOf(scope), bounds]),
    answer: async (questions) => {
      const [{ scope, bounds }] = questions as readonly [ScanQuestion];
      const source = await reading.sourceOf(
        scope.grain,
        bounds,
        questions.flatMap(({ named }) => named),
      );
      const places = new Map<string, { readonly index: number; readonly column: ScanColumn }>();
      const placesOf = questions.map(({ columns }) =>
        columns(source).map((column) => {
          const key = JSON.stringify(column);
          const known = places.get(key) ?? { index: places.size, column };
          places.set(key, known);
          return known.index;
        }),
      );
      const wanted = [...places.values()].map(({ column }) => column);
      const rows = await reading.addressed(scope, scanSql(scope, wanted, source));
      return placesOf.map((own) =>
        rows.map((row) => ({ ...row, values: own.map((index) => row.row[`a${index}`] ?? null) })),
      );
    },
  });

  const foreign: AskTogether<ForeignQuestion, readonly AmountGroup[]> = batches({
    keyOf: ({ query, bounds }) => JSON.stringify([scopeOf(query), bounds, query.currency, query.rateAt, query.home]),
    answer: async (questions) => {
      const queries = questions.map(({ query }) => query);
      const [{ query, bounds }] = questions as readonly [ForeignQuestion];
      const source = await reading.sourceOf(query.grain, bounds, queries.flatMap(amountTexts));
      const rows = await reading.addressed(query, foreignAmountsSql(queries, source), { currency: query.currency });
      return queries.map((_, index) =>
        rows.flatMap(({ row, address, text }) => {
          const amount = row[`a${index}`] ?? null;
          if (amount === null) return [];
          return [
            { ...address, currency: text('currency'), day: numberOrNull(row.day), amount: exact(Number(amount)) },
          ];
        }),
      );
    },
  });

  return {
    async reduce(query, bounds) {
      const groups = await scan({
        scope: query,
        bounds,
        named: scopeTexts(query, ...query.aggregates.map(({ where }) => where)),
        columns: (source) => query.aggregates.map((aggregate) => aggregateColumn(aggregate, source)),
      });
      return groups.map(({ row, address, values }) => ({
        ...address,
        excluded: Number(row.excluded ?? 0),
        values: query.aggregates.map(({ kind }, index) => {
          const value = numberOrNull(values[index]);
          return kind === 'sum' && value !== null ? exact(value) : value;
        }),
      }));
    },
    async amounts(query, bounds) {
      const [home, others] = await Promise.all([
        scan({
          scope: query,
          bounds,
          named: amountTexts(query),
          columns: (source) => [homeAmountColumn(query, source)],
        }),
        foreign({ query, bounds }),
      ]);
      const sums = home.flatMap(({ address, values }): readonly AmountGroup[] => {
        const sum = numberOrNull(values[0]);
        return sum === null ? [] : [{ ...address, currency: query.home, day: null, amount: exact(sum) }];
      });
      return [...sums, ...others];
    },
  };
}

/** What a query says of its rows and groups, and nothing else. */
function scopeOf({
  grain,
  anchor,
  firstDay,
  lastDay,
  filters,
  where,
  dimensions,
  calendar,
}: GroupedScope): GroupedScope {
  return { grain, anchor, firstDay, lastDay, filters, where, dimensions, calendar };
}

function amountTexts(query: AmountQuery): readonly ColumnText[] {
  return [...scopeTexts(query, query.amounts), [query.currency, query.home]];
}
