import { AgreementError, type WorkingCalendar } from '@sameteam/agreement';

// Calendars reach from 1900 to 2199: a year inside of that, whatever the zone.
const firstMs = Date.UTC(1901, 0, 1);
const lastMs = Date.UTC(2199, 0, 1);

/** Whether working time can be counted from an instant: what lies centuries away is a slip of the source. */
export function isOnCalendar(atMs: number): boolean {
  return atMs >= firstMs && atMs < lastMs;
}

/** Working seconds between two instants, 0 where the second is the earlier; `null` where no calendar reaches. */
export function workingSecondsBetween(calendar: WorkingCalendar, fromMs: number, toMs: number): number | null {
  if (!isOnCalendar(fromMs) || !isOnCalendar(toMs)) return null;
  return toMs <= fromMs ? 0 : calendar.workingSeconds(fromMs, toMs);
}

/** The earliest instant by which so many seconds were worked; `null` where no calendar reaches so far. */
export function workedThroughMs(calendar: WorkingCalendar, fromMs: number, seconds: number): number | null {
  try {
    return calendar.addWorkingSeconds(fromMs, seconds);
  } catch (error) {
    if (error instanceof AgreementError && error.code === 'working-time-ends') return null;
    throw error;
  }
}
