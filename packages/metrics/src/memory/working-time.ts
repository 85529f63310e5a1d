import type { DayTable } from '@sameteam/agreement';
import { checkWhole } from '../calendar/check-whole.ts';
import type { WorkingTime } from '../calendar/working-time.ts';
import type { WorkingTimeTable } from '../calendar/working-time-table.ts';
import { MetricsError } from '../metrics-error.ts';

/**
 * Working time in memory, by binary search in the table of days. O(log of its rows) each.
 * @throws MetricsError `outside-working-time` for an instant that the table does not hold, a limit that is not used up on
 * its days, a calendar that it has not, and for a limit below 0; `working-time-not-whole`
 * @example
 * const office = compileCalendar(defaultAgreement.calendars.default!);
 * const time = memoryWorkingTime(workingTimeTable([office], { from: '2026-03-02', to: '2026-03-06' }));
 * const [calendar, fromMs] = [Int32Array.of(0), Float64Array.of(Date.parse('2026-03-02T10:00:00Z'))];
 * await time.dueMs({ calendar, fromMs, seconds: Float64Array.of(3600) }) // Float64Array.of(1772449200000)
 */
export function memoryWorkingTime(table: WorkingTimeTable): WorkingTime {
  return {
    async workingSeconds({ calendar, fromMs, toMs }) {
      checkWhole({ fromMs, toMs });
      return fromMs.map((from, row) => {
        const place = calendar[row] as number;
        const days = daysAround(table, place, from);
        const worked = workedMs(daysAround(table, place, toMs[row] as number), toMs[row] as number);
        // Adding 0 makes the 0 of less than a second backwards a plain one.
        return Math.trunc((worked - workedMs(days, from)) / 1000) + 0;
      });
    },
    async dueMs({ calendar, fromMs, seconds }) {
      checkWhole({ fromMs, seconds });
      return fromMs.map((from, row) => {
        const place = calendar[row] as number;
        const limit = seconds[row] as number;
        const days = daysAround(table, place, from);
        const usedUpMs = workedMs(days, from) + 1000 * limit;
        if (!(limit >= 0 && usedUpMs <= 1000 * days.totalSeconds)) throw outside(place, `${from} + ${limit} s`);
        return limit === 0 ? from : firstWith(days, usedUpMs);
      });
    },
  };
}

/** The days of a calendar, which must hold an instant. */
function daysAround(table: WorkingTimeTable, place: number, atMs: number): DayTable {
  const days = table[place];
  if (days === undefined || !(atMs >= days.fromMs && atMs <= days.toMs)) throw outside(place, String(atMs));
  return days;
}

function outside(calendar: number, at: string): MetricsError {
  return new MetricsError('outside-working-time', { calendar, at });
}

/** Working milliseconds before an instant. */
function workedMs({ startMs, endMs, beforeSeconds }: DayTable, atMs: number): number {
  const row = lastRow(startMs.length, (at) => (startMs[at] as number) <= atMs);
  if (row < 0) return 0;
  return 1000 * (beforeSeconds[row] as number) + Math.min(atMs, endMs[row] as number) - (startMs[row] as number);
}

/** The earliest instant with so much work before it, more than none. */
function firstWith({ startMs, beforeSeconds }: DayTable, wantedMs: number): number {
  const row = lastRow(startMs.length, (at) => 1000 * (beforeSeconds[at] as number) < wantedMs);
  return (startMs[row] as number) + wantedMs - 1000 * (beforeSeconds[row] as number);
}

/** The last of some rows for which something holds that holds for all rows before it; -1 for none. */
function lastRow(count: number, holds: (row: number) => boolean): number {
  let low = -1;
  let high = count;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (holds(middle)) low = middle;
    else high = middle;
  }
  return low;
}
