import type { Agreement } from '../agreement.ts';
import { AgreementError } from '../agreement-error.ts';
import type { CalendarPins } from './calendar-pins.ts';
import type { HolidaySource } from './holiday-source.ts';
import { instantsOfYears } from './pinned-zone.ts';
import { type ZoneSource, zoneOffsets } from './zone-offsets.ts';

/** What is pinned, and from where. */
export interface PinOptions {
  readonly fromYear: number;
  /** The last year that is pinned. */
  readonly toYear: number;
  /** Needed when a calendar names holidays: `publicHolidays` of `@sameteam/agreement/holidays`. */
  readonly holidays?: HolidaySource | null;
  /** Zones beside those that the agreement names, such as those of leads. */
  readonly leadZones?: readonly string[];
  /** Where the offsets of zones come from; the machine's own data when absent. */
  readonly zones?: ZoneSource;
}

/**
 * What the working time of an agreement depends on beside itself: the public holidays of its calendars as dates with their
 * names, and the offsets of its zones. Signed with it, and given to `compileCalendar`, no update of holidays or zones moves
 * a number of those years.
 * @returns plain JSON, zones and regions by name, the rest by date; without holidays when no calendar has any
 * @throws AgreementError `holidays-missing` when a calendar has holidays and no source was given; `zone-unknown`;
 * `not-years` for a first year after the last or one beyond 1970 to 2199
 * @example pinCalendars(defaultAgreement, { fromYear: 2026, toYear: 2027 })
 * // { fromYear: 2026, toYear: 2027, zones: { UTC: [{ since: '2025-12-30T00:00:00.000Z', offsetSeconds: 0 }] }, holidays: {} }
 */
export function pinCalendars(agreement: Agreement, options: PinOptions): CalendarPins {
  const { fromYear, toYear, holidays = null, leadZones = [], zones = zoneOffsets } = options;
  const isYear = (year: number) => Number.isInteger(year) && year >= 1970 && year <= 2199;
  if (!isYear(fromYear) || !isYear(toYear) || fromYear > toYear) {
    throw new AgreementError('not-years', { fromYear, toYear });
  }
  const calendars = Object.values(agreement.calendars);
  const named = [agreement.timeZone, ...calendars.map(({ zone }) => zone), ...leadZones];
  const between = instantsOfYears(fromYear, toYear);
  const regions = calendars.flatMap((calendar) => calendar.holidays ?? []);
  return {
    fromYear,
    toYear,
    zones: byName(named, (zone) =>
      zones(zone, between).map(({ fromMs, offsetMs }) => ({
        since: new Date(fromMs).toISOString(),
        offsetSeconds: offsetMs / 1000,
      })),
    ),
    holidays: byName(regions, (region) => {
      if (holidays === null) throw new AgreementError('holidays-missing', { region, year: null });
      return holidaysOf(region, holidays, { fromYear, toYear });
    }),
  };
}

function byName<T>(names: readonly string[], made: (name: string) => T): Record<string, T> {
  return Object.fromEntries([...new Set(names)].sort().map((name) => [name, made(name)]));
}

/** With the last day of the year before: its night shift reaches into the first year. */
function holidaysOf(
  region: string,
  source: HolidaySource,
  { fromYear, toYear }: { readonly fromYear: number; readonly toYear: number },
): CalendarPins['holidays'][string] {
  const years = Array.from({ length: toYear - fromYear + 2 }, (_, index) => fromYear - 1 + index);
  return years
    .flatMap((year) => source(region, year))
    .filter(({ date }) => date >= `${fromYear - 1}-12-31`)
    .map(({ date, name }) => ({ date, name }));
}
