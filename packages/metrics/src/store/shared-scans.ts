import type { FactGrain } from '../facts/schema/fact-schema.ts';
import type {
  AmountGroup,
  AmountQuery,
  FactAggregate,
  GroupAddress,
  GroupedScope,
  LogBounds,
  ReducedGroup,
  Reduction,
} from '../plan/reduction.ts';
import type { RowAtom } from '../plan/row-test.ts';
import type { AskTogether, createBatches } from './batches.ts';
import { exact } from './exact.ts';
import { type ColumnText, scopeTexts } from './scope-texts.ts';

/** A group with the values of the columns that were asked for. */
export interface ScannedGroup {
  readonly address: GroupAddress;
  readonly excluded: number;
  readonly values: readonly (number | null)[];
}

/** Sums of a group in a currency on a day, one for each query; `null` where nothing was added. */
export interface ForeignSums {
  readonly address: GroupAddress;
  readonly currency: string | null;
  readonly day: number | null;
  readonly sums: readonly (number | null)[];
}

/** How an engine scans facts: `S` is what it knows of a table, `C` a column that it computes of groups. */
export interface ScanEngine<S, C> {
  /** @param named all texts that the statement will name */
  sourceOf(grain: FactGrain, bounds: LogBounds, named: readonly ColumnText[]): Promise<S>;
  /** What is computed for an aggregate. A sum of nothing is 0. */
  aggregateColumn(aggregate: FactAggregate, source: S): C;
  /** The sum of the amounts in the home currency; `null` where there are none. */
  homeAmountColumn(query: AmountQuery, source: S): C;
  /** The groups of a scope with columns that are asked for, in one statement. */
  scan(scope: GroupedScope, wanted: readonly C[], source: S): Promise<readonly ScannedGroup[]>;
  /** The amounts in other currencies of queries that differ in what is summed, in one statement. */
  foreignAmounts(queries: readonly AmountQuery[], source: S): Promise<readonly ForeignSums[]>;
}

/** Columns that are wanted of the groups of a scope. */
interface ScanQuestion<S, C> {
  readonly scope: GroupedScope;
  readonly bounds: LogBounds;
  readonly named: readonly ColumnText[];
  readonly columns: (source: S) => readonly C[];
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
export function sharedScans<S, C>(engine: ScanEngine<S, C>, batches: ReturnType<typeof createBatches>): SharedScans {
  const scan: AskTogether<ScanQuestion<S, C>, readonly ScannedGroup[]> = batches({
    keyOf: ({ scope, bounds }) => JSON.stringify([scopeOf(scope), bounds]),
    answer: async (questions) => {
      const [{ scope, bounds }] = questions as readonly [ScanQuestion<S, C>];
      const named = questions.flatMap((question) => question.named);
      const source = await engine.sourceOf(scope.grain, bounds, named);
      const places = new Map<string, { readonly index: number; readonly column: C }>();
      const placesOf = questions.map(({ columns }) =>
        columns(source).map((column) => {
          const key = JSON.stringify(column);
          const known = places.get(key) ?? { index: places.size, column };
          places.set(key, known);
          return known.index;
        }),
      );
      const wanted = [...places.values()].map(({ column }) => column);
      const groups = await engine.scan(scope, wanted, source);
      return placesOf.map((own) =>
        groups.map((group) => ({ ...group, values: own.map((index) => group.values[index] ?? null) })),
      );
    },
  });

  const foreign: AskTogether<ForeignQuestion, readonly AmountGroup[]> = batches({
    keyOf: ({ query, bounds }) => JSON.stringify([scopeOf(query), bounds, query.currency, query.rateAt, query.home]),
    answer: async (questions) => {
      const queries = questions.map(({ query }) => query);
      const [{ query, bounds }] = questions as readonly [ForeignQuestion];
      const source = await engine.sourceOf(query.grain, bounds, queries.flatMap(amountTexts));
      const groups = await engine.foreignAmounts(queries, source);
      return queries.map((_, index) =>
        groups.flatMap(({ address, currency, day, sums }) => {
          const sum = sums[index] ?? null;
          return sum === null ? [] : [{ ...address, currency, day, amount: exact(sum) }];
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
        columns: (source) => query.aggregates.map((aggregate) => engine.aggregateColumn(aggregate, source)),
      });
      return groups.map(({ address, excluded, values }) => ({
        ...address,
        excluded,
        values: query.aggregates.map(({ kind }, index) => {
          const value = values[index] ?? null;
          return kind === 'sum' && value !== null ? exact(value) : value;
        }),
      }));
    },
    async amounts(query, bounds) {
      const home = await scan({
        scope: query,
        bounds,
        named: amountTexts(query),
        columns: (source) => [engine.homeAmountColumn(query, source), engine.aggregateColumn(inOthers(query), source)],
      });
      // Most stores have one currency: it costs less to count the amounts in others than to ask for them.
      const hasOthers = home.some(({ values }) => (values[1] ?? 0) > 0);
      const others = hasOthers ? await foreign({ query, bounds }) : [];
      const sums = home.flatMap(({ address, values }): readonly AmountGroup[] => {
        const sum = values[0] ?? null;
        return sum === null ? [] : [{ ...address, currency: query.home, day: null, amount: exact(sum) }];
      });
      return [...sums, ...others];
    },
  };
}

/** How many amounts are in other currencies than the home one, or in none. */
function inOthers({ amounts, currency, home }: AmountQuery): FactAggregate {
  const isOther: RowAtom = { kind: 'oneOf', column: currency, values: [home], is: false };
  return { kind: 'count', where: amounts.map((atoms) => [...atoms, isOther]) };
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
