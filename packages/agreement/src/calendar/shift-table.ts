import { dayMs } from './civil-day.ts';
import type { YearShifts } from './year-shifts.ts';

/**
 * Shifts as columns, to be searched. In all columns slot 0 is an empty shift before the first, so that there is one at or
 * before every covered instant; `starts` has an end that never comes.
 */
export interface ShiftTable {
  /** First instant that is covered. */
  readonly fromMs: number;
  /** First instant that is not. */
  readonly toMs: number;
  readonly starts: Float64Array;
  readonly ends: Float64Array;
  /** Working milliseconds before each shift. */
  readonly before: Float64Array;
  /** By number of the day (of 24 h, from `fromMs`): the last shift that begins at or before its first instant. */
  readonly dayIndex: Int32Array;
  /** Working milliseconds of all shifts. */
  readonly totalMs: number;
}

/** Nothing covered yet. */
export const emptyShiftTable: ShiftTable = {
  fromMs: Number.POSITIVE_INFINITY,
  toMs: Number.NEGATIVE_INFINITY,
  starts: new Float64Array(0),
  ends: new Float64Array(0),
  before: new Float64Array(0),
  dayIndex: new Int32Array(0),
  totalMs: 0,
};

/** Makes the columns of some years without a gap between them. O(shifts). */
export function shiftTable(years: readonly YearShifts[]): ShiftTable {
  const fromMs = (years[0] as YearShifts).fromMs;
  const toMs = (years[years.length - 1] as YearShifts).toMs;
  const most = years.reduce((sum, { shifts }) => sum + shifts.length, 2);
  const starts = new Float64Array(most).fill(Number.POSITIVE_INFINITY);
  const ends = new Float64Array(most).fill(Number.POSITIVE_INFINITY);
  const before = new Float64Array(most);
  starts[0] = fromMs;
  ends[0] = fromMs;
  let last = 0;
  let totalMs = 0;
  for (const { shifts } of years) {
    for (const { startMs, endMs } of shifts) {
      // A shift over New Year's midnight is one.
      if (startMs !== ends[last] || last === 0) {
        last++;
        starts[last] = startMs;
        before[last] = totalMs;
      }
      ends[last] = endMs;
      totalMs += endMs - startMs;
    }
  }
  before[last + 1] = totalMs;
  return {
    fromMs,
    toMs,
    starts: starts.subarray(0, last + 2),
    ends: ends.subarray(0, last + 2),
    before: before.subarray(0, last + 2),
    totalMs,
    dayIndex: dayIndexOf(starts, { fromMs, toMs }),
  };
}

function dayIndexOf(starts: Float64Array, { fromMs, toMs }: { readonly fromMs: number; readonly toMs: number }) {
  const index = new Int32Array(Math.floor((toMs - fromMs) / dayMs) + 1);
  let at = 0;
  for (let day = 0; day < index.length; day++) {
    while ((starts[at + 1] as number) <= fromMs + day * dayMs) at++;
    index[day] = at;
  }
  return index;
}
