import { dayMs } from './civil-day.ts';
import type { ShiftTable } from './shift-table.ts';

/** The last shift that begins at or before a covered instant; 0 is none. O(shifts of a day). */
export function shiftAt({ fromMs, starts, dayIndex }: ShiftTable, atMs: number): number {
  let at = dayIndex[Math.floor((atMs - fromMs) / dayMs)] as number;
  while ((starts[at + 1] as number) <= atMs) at++;
  return at;
}

/** Working milliseconds before a covered instant, counted from the first shift. */
export function workedMs(table: ShiftTable, atMs: number): number {
  const at = shiftAt(table, atMs);
  const end = table.ends[at] as number;
  return (table.before[at] as number) + Math.min(atMs, end) - (table.starts[at] as number);
}

/**
 * The earliest instant with so much work before it, which must be more than the shifts before `from` have and at most
 * `totalMs`. It looks near `from` first: limits are short.
 */
export function earliestWith({ starts, before }: ShiftTable, wantedMs: number, from: number): number {
  const last = before.length - 1;
  let low = from;
  let step = 1;
  while (low + step < last && (before[low + step] as number) < wantedMs) {
    low += step;
    step *= 2;
  }
  let high = Math.min(low + step, last);
  // Of the shifts before `high` the last with less work before it than is wanted.
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((before[middle] as number) < wantedMs) low = middle;
    else high = middle;
  }
  return (starts[low] as number) + wantedMs - (before[low] as number);
}

/** The latest instant with no more work before it than this, which must be in [0, `totalMs`). */
export function latestWith({ starts, before }: ShiftTable, wantedMs: number): number {
  let low = 1;
  let high = before.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((before[middle] as number) <= wantedMs) low = middle;
    else high = middle;
  }
  return (starts[low] as number) + wantedMs - (before[low] as number);
}
