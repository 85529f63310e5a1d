import { dayMs } from './civil-day.ts';
import { type Block, clipBlocks, mergeBlocks } from './opening-hours.ts';
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
  const shifts = clipBlocks(inOrder(years.flatMap((year) => year.shifts)), { startMs: fromMs, endMs: toMs });
  const starts = new Float64Array(shifts.length + 2);
  const ends = new Float64Array(shifts.length + 2);
  const before = new Float64Array(shifts.length + 2);
  starts[0] = fromMs;
  ends[0] = fromMs;
  let totalMs = 0;
  shifts.forEach(({ startMs, endMs }, index) => {
    starts[index + 1] = startMs;
    ends[index + 1] = endMs;
    before[index + 1] = totalMs;
    totalMs += endMs - startMs;
  });
  starts[shifts.length + 1] = Number.POSITIVE_INFINITY;
  ends[shifts.length + 1] = Number.POSITIVE_INFINITY;
  before[shifts.length + 1] = totalMs;
  return { fromMs, toMs, starts, ends, before, totalMs, dayIndex: dayIndexOf(starts, { fromMs, toMs }) };
}

/** Years come one after the other, but where a zone went back over midnight of New Year they lie within one another. */
function inOrder(shifts: readonly Block[]): readonly Block[] {
  return mergeBlocks([...shifts].sort((a, b) => a.startMs - b.startMs));
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
