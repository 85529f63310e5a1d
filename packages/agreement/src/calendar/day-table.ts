import { AgreementError } from '../agreement-error.ts';
import { dayNumber } from './civil-day.ts';
import type { WorkingCalendar } from './compile-calendar.ts';

/**
 * The working time of some days as columns that an engine joins on: a row for each stretch of work, ascending, apart.
 * Working milliseconds before an instant of the range are those of the last row that starts at or before it:
 * `1000 * beforeSeconds + least(instant, endMs) - startMs`, and 0 where there is none.
 */
export interface DayTable {
  /** First instant that the table speaks of. */
  readonly fromMs: number;
  /** The last one. */
  readonly toMs: number;
  readonly startMs: Float64Array;
  readonly endMs: Float64Array;
  /** Working seconds from `fromMs` to the start of the row. */
  readonly beforeSeconds: Float64Array;
  /** Working seconds of the whole range. */
  readonly totalSeconds: number;
}

/**
 * Makes the table of the days from `from` to `to`, both whole, in the zone of the calendar. A shift that begins before
 * them or ends after them is cut.
 * @param days first and last day, such as `2026-01-01`
 * @returns columns of equal length; empty when there is no work on those days
 * @throws AgreementError `not-days` for what are not two days in their order; `instant-outside-calendar`
 * @example
 * const calendar = compileCalendar(defaultAgreement.calendars.default!);
 * dayTable(calendar, { from: '2026-10-01', to: '2026-10-31' }).totalSeconds // 633600
 */
export function dayTable(
  calendar: WorkingCalendar,
  { from, to }: { readonly from: string; readonly to: string },
): DayTable {
  const [first, last] = [dayNumber(from), dayNumber(to)];
  if (!(first <= last)) throw new AgreementError('not-days', { from, to });
  const fromMs = calendar.startOfDay(first);
  const toMs = calendar.startOfDay(last + 1);
  // The instant at the end is of the next day, and its year may not be known.
  const { starts, ends } = calendar.shiftsBetween(fromMs, toMs - 1);
  const low = ends.findIndex((endMs) => endMs > fromMs);
  const high = starts.findIndex((startMs) => startMs >= toMs);
  const startMs = starts.slice(low, high).map((ms) => Math.max(ms, fromMs));
  const endMs = ends.slice(low, high).map((ms) => Math.min(ms, toMs));
  let totalSeconds = 0;
  const beforeSeconds = startMs.map((start, row) => {
    const before = totalSeconds;
    totalSeconds += ((endMs[row] as number) - start) / 1000;
    return before;
  });
  return { fromMs, toMs, startMs, endMs, beforeSeconds, totalSeconds };
}
