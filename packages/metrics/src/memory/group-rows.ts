import { stages } from '@sameteam/model';
import { bucketStart } from '../plan/calendar.ts';
import type { ReduceQuery, Scope } from '../plan/query.ts';
import type { CodedColumn, FactTable } from './fact-table.ts';

/** The group of each row of a table. */
export interface RowGroups {
  /** Group of a row; -1 where the row is out of scope. */
  readonly group: Int32Array;
  readonly addresses: readonly { readonly dimensions: readonly (string | null)[]; readonly bucket: number | null }[];
}

/** Groups as many that a table of all combinations is quicker than a map. */
const denseLimit = 1 << 20;

/** Sorts the rows of a scope into groups by dimensions and bucket. O(rows). */
export function groupRows(table: FactTable, query: Pick<ReduceQuery, 'dimensions' | 'calendar'> & Scope): RowGroups {
  const inScope = scopeTest(table, query);
  const columns = query.dimensions.map((column) => table.column(column));
  const days = table.day(stages.indexOf(query.anchor));
  const calendar = query.calendar === null ? null : bucketTable(days, inScope, query.calendar);
  const sizes = columns.map(({ dictionary }) => dictionary.size);
  const width = calendar === null ? 1 : calendar.starts.length;
  const combinations = sizes.reduce((product, size) => product * size, width);
  const number = combinations <= denseLimit ? denseNumbering(combinations) : sparseNumbering();
  const group = new Int32Array(table.count);
  const firstRow: number[] = [];
  for (let row = 0; row < group.length; row++) {
    if (!inScope(row)) {
      group[row] = -1;
      continue;
    }
    let combination =
      calendar === null ? 0 : (calendar.indexOfDay[(days[row] as number) - calendar.firstDay] as number);
    for (let i = 0; i < columns.length; i++) {
      combination = combination * (sizes[i] as number) + ((columns[i] as CodedColumn).codes[row] as number);
    }
    const of = number(combination);
    group[row] = of;
    if (of === firstRow.length) firstRow.push(row);
  }
  const addresses = firstRow.map((row) => ({
    dimensions: columns.map(({ codes, dictionary }) => dictionary.text(codes[row] as number)),
    bucket:
      calendar === null
        ? null
        : (calendar.starts[calendar.indexOfDay[(days[row] as number) - calendar.firstDay] as number] as number),
  }));
  return { group, addresses };
}

/** Whether a row has reached the anchor within the period and passes the filters. */
export function scopeTest(table: FactTable, scope: Scope): (row: number) => boolean {
  const anchor = stages.indexOf(scope.anchor);
  const time = table.timeMs(anchor);
  const days = table.day(anchor);
  const first = scope.firstDay ?? Number.NEGATIVE_INFINITY;
  const last = scope.lastDay ?? Number.POSITIVE_INFINITY;
  const filters = scope.filters.map(({ column, values, negate }) => {
    const { codes, dictionary } = table.column(column);
    const wanted = new Set(values.map((value) => dictionary.find(value)));
    return (row: number) => wanted.has(codes[row] as number) !== negate;
  });
  const isOpen = scope.firstDay === null && scope.lastDay === null;
  if (isOpen && filters.length === 0) return (row) => !Number.isNaN(time[row]);
  return (row) => {
    if (Number.isNaN(time[row])) return false;
    const day = days[row] as number;
    if (day < first || day > last) return false;
    for (const filter of filters) if (!filter(row)) return false;
    return true;
  };
}

function bucketTable(
  days: Int32Array,
  inScope: (row: number) => boolean,
  { grain, rules }: NonNullable<ReduceQuery['calendar']>,
) {
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
  return { firstDay, indexOfDay, starts };
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
