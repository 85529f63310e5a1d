import { AgreementError } from '../agreement-error.ts';
import type { CalendarPins } from './calendar-pins.ts';
import { dayMs, dayNumber, dayText, yearMs } from './civil-day.ts';
import type { HolidaySource } from './holiday-source.ts';

/**
 * Whether a day is a public holiday of a region: by the pins within their years, by the source elsewhere, asked once for
 * a year.
 * @throws AgreementError `holidays-missing` for a day that neither knows
 */
export function closingHolidays(
  region: string | null,
  { pins, source }: { readonly pins: CalendarPins | null; readonly source: HolidaySource | null },
): (day: number) => boolean {
  if (region === null) return () => false;
  const own = pins?.holidays[region];
  if (own === undefined && source === null) throw new AgreementError('holidays-missing', { region, year: null });
  const pinned = pins === null || own === undefined ? null : pinnedDays(pins, own);
  const years = new Map<number, ReadonlySet<number>>();
  return (day) => {
    if (pinned !== null && day >= pinned.first && day <= pinned.last) return pinned.days.has(day);
    const year = Number(dayText(day).slice(0, 4));
    let days = years.get(year);
    if (days === undefined) {
      if (source === null) throw new AgreementError('holidays-missing', { region, year });
      days = new Set(source(region, year).map(({ date }) => dayNumber(date)));
      years.set(year, days);
    }
    return days.has(day);
  };
}

function pinnedDays({ fromYear, toYear }: CalendarPins, own: CalendarPins['holidays'][string]) {
  return {
    first: yearMs(fromYear) / dayMs - 1,
    last: yearMs(toYear + 1) / dayMs - 1,
    days: new Set(own.map(({ date }) => dayNumber(date))),
  };
}
