import { quantileType7 } from '@sameteam/stats';
import { MetricsError } from '../../metrics-error.ts';
import type { FactAggregate, ReducedGroup, Reduction } from '../../plan/reduction.ts';
import { compileRowTest } from './compile-row-test.ts';
import { countRows } from './count-rows.ts';
import type { FactTable } from './fact-table.ts';
import { groupTable, type TableGroups } from './group-table.ts';
import { compileRowValue } from './row-value.ts';

type Values = readonly (number | null)[];

/** Reduces a table to the groups of a query. O(rows × aggregates). */
export function reduceTable(table: FactTable, query: Reduction, asOfMs: number): readonly ReducedGroup[] {
  const groups = groupTable(table, query, { asOfMs });
  const columns = query.aggregates.map((aggregate) => reduceAggregate(aggregate, table, groups, asOfMs));
  return groups.addresses.map((address, index) => ({
    ...address,
    excluded: groups.excluded[index] as number,
    values: columns.map((column) => column[index] as number | null),
  }));
}

function reduceAggregate(aggregate: FactAggregate, table: FactTable, groups: TableGroups, asOfMs: number): Values {
  switch (aggregate.kind) {
    case 'count':
      return Array.from(countRows(aggregate.where, table, groups, asOfMs));
    case 'distinct':
      return distinctValues(aggregate, table, groups, asOfMs);
    case 'sum':
      return exactSums(aggregate, table, groups, asOfMs);
    case 'latest':
      return latestTimes(aggregate, table, groups, asOfMs);
    case 'quantile':
      return quantiles(aggregate, table, groups, asOfMs);
  }
}

function distinctValues(
  { column, where }: Extract<FactAggregate, { kind: 'distinct' }>,
  table: FactTable,
  { group, addresses }: TableGroups,
  asOfMs: number,
): Values {
  const test = compileRowTest(where, table, asOfMs);
  const { codes } = table.codes(column);
  const seen = addresses.map(() => new Set<number>());
  for (let row = 0; row < group.length; row++) {
    const of = group[row] as number;
    const code = codes[row] as number;
    if (of !== -1 && code !== 0 && test(row)) seen[of]?.add(code);
  }
  return seen.map(({ size }) => size);
}

function exactSums(
  { value, where }: Extract<FactAggregate, { kind: 'sum' }>,
  table: FactTable,
  { group, addresses }: TableGroups,
  asOfMs: number,
): Values {
  const test = compileRowTest(where, table, asOfMs);
  const readValue = compileRowValue(value, table, asOfMs);
  const sums = addresses.map(() => 0n);
  const parts = new Float64Array(addresses.length);
  for (let row = 0; row < group.length; row++) {
    const of = group[row] as number;
    if (of === -1 || !test(row)) continue;
    const add = readValue(row);
    if (Number.isNaN(add)) continue;
    const sum = (parts[of] as number) + add;
    if (Number.isSafeInteger(sum)) parts[of] = sum;
    else {
      // Beyond what doubles can add exactly: the sum so far is put aside.
      sums[of] = (sums[of] as bigint) + BigInt(parts[of] as number) + BigInt(add);
      parts[of] = 0;
    }
  }
  return sums.map((sum, of) => exact(sum + BigInt(parts[of] as number)));
}

/** A sum as a number, or an error where it is beyond 2^53. */
export function exact(sum: bigint): number {
  const value = Number(sum);
  if (!Number.isSafeInteger(value)) throw new MetricsError('sum-too-large', { metric: 'amounts' });
  return value;
}

function latestTimes(
  { column, where }: Extract<FactAggregate, { kind: 'latest' }>,
  table: FactTable,
  { group, addresses }: TableGroups,
  asOfMs: number,
): Values {
  const latest = new Float64Array(addresses.length).fill(Number.NEGATIVE_INFINITY);
  const time = table.numbers(column);
  const test = compileRowTest(where, table, asOfMs);
  for (let row = 0; row < group.length; row++) {
    const of = group[row] as number;
    if (of === -1 || !((time[row] as number) > (latest[of] as number)) || !test(row)) continue;
    latest[of] = time[row] as number;
  }
  return Array.from(latest, (at) => (at === Number.NEGATIVE_INFINITY ? null : at));
}

function quantiles(
  { value, p, where }: Extract<FactAggregate, { kind: 'quantile' }>,
  table: FactTable,
  { group, addresses }: TableGroups,
  asOfMs: number,
): Values {
  const test = compileRowTest(where, table, asOfMs);
  const readValue = compileRowValue(value, table, asOfMs);
  const found: number[][] = addresses.map(() => []);
  for (let row = 0; row < group.length; row++) {
    const of = group[row] as number;
    if (of === -1 || !test(row)) continue;
    const at = readValue(row);
    if (!Number.isNaN(at)) found[of]?.push(at);
  }
  return found.map((values) => (values.length === 0 ? null : quantileType7(Float64Array.from(values).sort(), p)));
}
