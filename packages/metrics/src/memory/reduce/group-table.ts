import { bucketStart } from '../../plan/calendar.ts';
import type { FactScope, GroupAddress, GroupedScope } from '../../plan/reduction.ts';
import { compileRowTest, type RowCheck } from './compile-row-test.ts';
import type { CodedColumn, FactTable } from './fact-table.ts';

/** The group of each row of a table. */
export interface TableGroups {
  /** Group of a row; -1 where the row is out of scope, or taken out by an exclusion. */
  readonly group: Int32Array;
  readonly addresses: readonly GroupAddress[];
  /** Rows of each group that exclusions take out. */
  readonly excluded: Float64Array;
}

/** Groups as many that a table of all combinations is quicker than a map. */
const denseLimit = 1 << 20;

/** Sorts the rows of a scope into groups by dimensions and bucket. O(rows). */
export function groupTable(
  table: FactTable,
  query: GroupedScope,
  { asOfMs, keepExcluded = false }: { readonly asOfMs: number; readonly keepExcluded?: boolean },
): TableGroups {
  const inScope = scopeCheck(table, query, asOfMs);
  const columns = query.dimensions.map((column) => table.codes(column));
  const calendar = query.calendar === null ? null : bucketTable(table.days(query.anchor), inScope, query.calendar);
  const sizes = columns.map(({ dictionary }) => dictionary.size);
  const combinations = sizes.reduce((product, size) => product * size, calendar?.starts.length ?? 1);
  const number = combinations <= denseLimit ? denseNumbering(combinations) : sparseNumbering();
  const group = new Int32Array(table.count);
  const firstRow: number[] = [];
  for (let row = 0; row < group.length; row++) {
    if (!inScope(row)) {
      group[row] = -1;
      continue;
    }
    let combination = calendar === null ? 0 : calendar.bucketOfRow(row);
    for (let i = 0; i < columns.length; i++) {
      combination = combination * (sizes[i] as number) + ((columns[i] as CodedColumn).codes[row] as number);
    }
    const of = number(combination);
    group[row] = of;
    if (of === firstRow.length) firstRow.push(row);
  }
  const addresses = firstRow.map((row) => ({
    dimensions: columns.map(({ codes, dictionary }) => dictionary.text(codes[row] as number)),
    bucket: calendar === null ? null : (calendar.starts[calendar.bucketOfRow(row)] as number),
  }));
  const excluded = new Float64Array(addresses.length);
  if (!keepExcluded) takeOut(table.excluded(), group, excluded);
  return { group, addresses, excluded };
}

function takeOut(isExcluded: Uint8Array | null, group: Int32Array, excluded: Float64Array): void {
  if (isExcluded === null) return;
  for (let row = 0; row < group.length; row++) {
    const of = group[row] as number;
    if (of === -1 || isExcluded[row] === 0) continue;
    excluded[of] = (excluded[of] as number) + 1;
    group[row] = -1;
  }
}

/** Whether a row has the anchor within the period and passes the filters. */
export function scopeCheck(table: FactTable, scope: FactScope, asOfMs: number): RowCheck {
  const time = table.numbers(scope.anchor);
  const isEvery = scope.where.some((atoms) => atoms.length === 0);
  const checks = scope.filters.map(({ column, values, negate }): RowCheck => {
    const { codes, dictionary } = table.codes(column);
    const wanted = new Set(values.map((value) => dictionary.find(value)));
    return (row) => wanted.has(codes[row] as number) !== negate;
  });
  if (!isEvery) checks.push(compileRowTest(scope.where, table, asOfMs));
  if (scope.firstDay !== null || scope.lastDay !== null)
    checks.unshift(dayCheck(table.days(scope.anchor), scope.firstDay, scope.lastDay));
  if (checks.length === 0) return (row) => !Number.isNaN(time[row]);
  return (row) => {
    if (Number.isNaN(time[row])) return false;
    for (const check of checks) if (!check(row)) return false;
    return true;
  };
}

function dayCheck(days: Int32Array, firstDay: number | null, lastDay: number | null): RowCheck {
  const first = firstDay ?? Number.NEGATIVE_INFINITY;
  const last = lastDay ?? Number.POSITIVE_INFINITY;
  return (row) => (days[row] as number) >= first && (days[row] as number) <= last;
}

function bucketTable(
  days: Int32Array,
  inScope: RowCheck,
  { grain, rules }: NonNullable<GroupedScope['calendar']>,
): { readonly starts: readonly number[]; readonly bucketOfRow: (row: number) => number } {
  let firstDay = Number.POSITIVE_INFINITY;
  let lastDay = Number.NEGATIVE_INFINITY;
  for (let row = 0; row < days.length; row++) {
    if (!inScope(row)) continue;
    const day = days[row] as number;
    if (day < firstDay) firstDay = day;
    if (day > lastDay) lastDay = day;
  }
  const starts: number[] = [];
  const indexOfDay = new Int32Array(Number.isFinite(firstDay) ? lastDay - firstDay + 1 : 0);
  for (let i = 0; i < indexOfDay.length; i++) {
    const start = bucketStart(firstDay + i, grain, rules);
    if (starts[starts.length - 1] !== start) starts.push(start);
    indexOfDay[i] = starts.length - 1;
  }
  return { starts, bucketOfRow: (row) => indexOfDay[(days[row] as number) - firstDay] as number };
}

function denseNumbering(combinations: number): (combination: number) => number {
  const numbers = new Int32Array(combinations).fill(-1);
  let next = 0;
  return (combination) => {
    const known = numbers[combination] as number;
    if (known !== -1) return known;
    numbers[combination] = next;
    return next++;
  };
}

function sparseNumbering(): (combination: number) => number {
  const numbers = new Map<number, number>();
  return (combination) => {
    const known = numbers.get(combination);
    if (known !== undefined) return known;
    numbers.set(combination, numbers.size);
    return numbers.size - 1;
  };
}
