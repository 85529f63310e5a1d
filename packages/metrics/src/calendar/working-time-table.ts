import { type DayTable, dayTable, type WorkingCalendar } from '@sameteam/agreement';

/** The working time of some calendars on some days, as engines join on it. A calendar is its place in the list. */
export type WorkingTimeTable = readonly DayTable[];

/**
 * Makes the table of some calendars, for engines. It must hold every instant that is asked for: an engine refuses others.
 * @param days first and last day, such as `2026-01-01`, each cut in the zone of its calendar
 * @throws AgreementError `not-days`, `instant-outside-calendar`, `holidays-missing`
 * @example
 * const calendar = compileCalendar(defaultAgreement.calendars.default!);
 * workingTimeTable([calendar], { from: '2026-01-01', to: '2026-12-31' })[0]!.totalSeconds // 7516800
 */
export function workingTimeTable(
  calendars: readonly WorkingCalendar[],
  days: { readonly from: string; readonly to: string },
): WorkingTimeTable {
  return calendars.map((calendar) => dayTable(calendar, days));
}
