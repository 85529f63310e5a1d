import type { Agreement } from '../agreement.ts';
import type { CalendarPins } from '../calendar/calendar-pins.ts';
import { dayMs } from '../calendar/civil-day.ts';
import { instantsOfYears } from '../calendar/pinned-zone.ts';

/** No zone was ever farther from UTC. */
const farthestSeconds = (26 * 3_600_000) / 1000;

type Named = Pick<Agreement, 'timeZone' | 'calendars' | 'effective'>;

/**
 * Why pins cannot be what an agreement rests on, though their form is right: years out of order, a zone whose offsets
 * make no sense, days outside their years, or a zone, a region or a first day of the agreement that they leave out.
 * O(size of the pins).
 * @returns `null` when they can
 */
export function pinsFault(pins: CalendarPins, { timeZone, calendars, effective }: Named): string | null {
  const { fromYear, toYear } = pins;
  if (fromYear > toYear) return `they go from ${fromYear} back to ${toYear}`;
  const calendarsNamed = Object.values(calendars);
  for (const zone of [timeZone, ...calendarsNamed.map((calendar) => calendar.zone)]) {
    if (!Object.hasOwn(pins.zones, zone)) return `they leave out the zone ${zone}`;
  }
  for (const { holidays: region } of calendarsNamed) {
    if (region != null && !Object.hasOwn(pins.holidays, region)) return `they leave out the holidays of ${region}`;
  }
  if (effective !== null && !isWithin(Number(effective.slice(0, 4)), pins)) {
    return `they go from ${fromYear} to ${toYear}, and "effective" is ${effective}`;
  }
  return zonesFault(pins) ?? holidaysFault(pins);
}

function isWithin(year: number, { fromYear, toYear }: CalendarPins): boolean {
  return year >= fromYear && year <= toYear;
}

function zonesFault({ fromYear, toYear, zones }: CalendarPins): string | null {
  const { fromMs, toMs } = instantsOfYears(fromYear, toYear);
  for (const [zone, offsets] of Object.entries(zones)) {
    const starts = offsets.map(({ since }) => Date.parse(since));
    const isSorted = starts.every((start, index) => index === 0 || start > (starts[index - 1] ?? start));
    if (!isSorted) return `the offsets of ${zone} are not in the order of time`;
    if ((starts[0] ?? toMs) > fromMs) return `the offsets of ${zone} begin after the first year does`;
    if (starts.some((start) => start > toMs)) return `an offset of ${zone} begins after the last year`;
    const far = offsets.find(({ offsetSeconds }) => Math.abs(offsetSeconds) > farthestSeconds);
    if (far !== undefined) return `${zone} cannot be ${far.offsetSeconds} seconds ahead of UTC`;
  }
  return null;
}

function holidaysFault({ fromYear, toYear, holidays }: CalendarPins): string | null {
  const first = new Date(Date.UTC(fromYear, 0, 1) - dayMs).toISOString().slice(0, 10);
  const last = `${toYear}-12-31`;
  for (const [region, days] of Object.entries(holidays)) {
    const outside = days.find(({ date }) => date < first || date > last);
    if (outside !== undefined) return `the holiday ${outside.date} of ${region} lies outside their years`;
  }
  return null;
}
