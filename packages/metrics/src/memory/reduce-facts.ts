import { stages } from '@sameteam/model';
import { quantileType7 } from '@sameteam/stats';
import { MetricsError } from '../metrics-error.ts';
import type { Aggregate } from '../plan/aggregate.ts';
import type { AmountRow, Conversion, ReducedRow, ReduceQuery, WaitingRow } from '../plan/query.ts';
import { compilePredicate } from './compile-predicate.ts';
import type { FactTable } from './fact-table.ts';
import { groupRows } from './group-rows.ts';

const dayMs = 86_400_000;

/** Reduces a table to the groups of a query. O(rows × aggregates). */
export function reduceFacts(table: FactTable, query: ReduceQuery): readonly ReducedRow[] {
  const { group, addresses } = groupRows(table, query);
  const excluded = new Float64Array(addresses.length);
  const counted = withoutExcluded(table, group, excluded);
  const columns = query.aggregates.map((aggregate) => reduceAggregate(aggregate, table, counted, addresses.length));
  return addresses.map((address, index) => ({
    ...address,
    excluded: excluded[index] as number,
    values: columns.map((column) => column[index] as number | null),
  }));
}

function withoutExcluded(table: FactTable, group: Int32Array, excluded: Float64Array): Int32Array {
  for (let row = 0; row < group.length; row++) {
    const of = group[row] as number;
    if (of === -1 || table.excluded[row] === 0) continue;
    excluded[of] = (excluded[of] as number) + 1;
    group[row] = -1;
  }
  return group;
}

function reduceAggregate(
  aggregate: Aggregate,
  table: FactTable,
  group: Int32Array,
  groups: number,
): readonly (number | null)[] {
  switch (aggregate.kind) {
    case 'count':
      return Array.from(countRows(aggregate.where, table, group, groups));
    case 'latest':
      return latestTimes(aggregate, table, group, groups);
    case 'quantile':
      return quantiles(aggregate, table, group, groups);
  }
}

function countRows(
  where: Extract<Aggregate, { kind: 'count' }>['where'],
  table: FactTable,
  group: Int32Array,
  groups: number,
): Float64Array {
  const counts = new Float64Array(groups);
  if (where.length === 0) return counts;
  const test = compilePredicate(where, table);
  for (let row = 0; row < group.length; row++) {
    const of = group[row] as number;
    if (of !== -1 && test(row)) counts[of] = (counts[of] as number) + 1;
  }
  return counts;
}

function latestTimes(
  { stage, where }: Extract<Aggregate, { kind: 'latest' }>,
  table: FactTable,
  group: Int32Array,
  groups: number,
): readonly (number | null)[] {
  const latest = new Float64Array(groups).fill(Number.NEGATIVE_INFINITY);
  const time = table.timeMs(stages.indexOf(stage));
  const test = compilePredicate(where, table);
  for (let row = 0; row < group.length; row++) {
    const of = group[row] as number;
    if (of === -1 || !((time[row] as number) > (latest[of] as number)) || !test(row)) continue;
    latest[of] = time[row] as number;
  }
  return Array.from(latest, (at) => (at === Number.NEGATIVE_INFINITY ? null : at));
}

function quantiles(
  { from, to, p }: Extract<Aggregate, { kind: 'quantile' }>,
  table: FactTable,
  group: Int32Array,
  groups: number,
): readonly (number | null)[] {
  const start = table.timeMs(stages.indexOf(from));
  const end = table.timeMs(stages.indexOf(to));
  const test = compilePredicate([[{ kind: 'ordered', from, to }]], table);
  const seconds: number[][] = Array.from({ length: groups }, () => []);
  for (let row = 0; row < group.length; row++) {
    const of = group[row] as number;
    if (of !== -1 && test(row))
      (seconds[of] as number[]).push(Math.floor(((end[row] as number) - (start[row] as number)) / 1000));
  }
  return seconds.map((values) => (values.length === 0 ? null : quantileType7(Float64Array.from(values).sort(), p)));
}

/** Sums of amounts by currency; of a foreign one by the day of the anchor. */
export function sumAmounts(table: FactTable, query: ReduceQuery, home: string): readonly AmountRow[] {
  const { group, addresses } = groupRows(table, query);
  const counted = withoutExcluded(table, group, new Float64Array(addresses.length));
  const days = table.day(stages.indexOf(query.anchor));
  const sums = new Map<string, { of: number; currency: string; day: number | null; sum: bigint }>();
  for (let row = 0; row < counted.length; row++) {
    const of = counted[row] as number;
    const amount = table.amountMinor?.[row] ?? Number.NaN;
    if (of === -1 || Number.isNaN(amount) || table.currency === null) continue;
    const currency = table.currency.dictionary.text(table.currency.codes[row] as number) as string;
    const day = currency === home ? null : (days[row] as number);
    const key = `${of} ${currency} ${day}`;
    const known = sums.get(key) ?? { of, currency, day, sum: 0n };
    known.sum += BigInt(amount);
    sums.set(key, known);
  }
  return [...sums.values()].map(({ of, sum, ...row }) => ({
    ...(addresses[of] as (typeof addresses)[number]),
    ...row,
    amountMinor: exactSum(sum),
  }));
}

function exactSum(sum: bigint): number {
  const value = Number(sum);
  if (!Number.isSafeInteger(value)) throw new MetricsError('sum-too-large', { metric: 'amounts' });
  return value;
}

/** Histogram of the days that rows waited, or have been waiting, for a conversion. */
export function waitingDays(
  table: FactTable,
  query: ReduceQuery,
  { from, to, where }: Conversion,
  asOfMs: number,
): readonly WaitingRow[] {
  const { group, addresses } = groupRows(table, query);
  const counted = withoutExcluded(table, group, new Float64Array(addresses.length));
  const start = table.timeMs(stages.indexOf(from));
  const end = table.timeMs(stages.indexOf(to));
  const test = compilePredicate(where, table);
  const rows = new Map<string, { of: number; converted: boolean; days: number; rows: number }>();
  for (let row = 0; row < counted.length; row++) {
    const of = counted[row] as number;
    if (of === -1 || !test(row)) continue;
    const converted = !Number.isNaN(end[row]);
    const elapsed = ((converted ? end[row] : asOfMs) as number) - (start[row] as number);
    const days = Math.max(0, converted ? Math.ceil(elapsed / dayMs) : Math.floor(elapsed / dayMs));
    const key = `${of} ${converted} ${days}`;
    const known = rows.get(key) ?? { of, converted, days, rows: 0 };
    known.rows += 1;
    rows.set(key, known);
  }
  return [...rows.values()].map(({ of, ...row }) => ({ ...(addresses[of] as (typeof addresses)[number]), ...row }));
}
