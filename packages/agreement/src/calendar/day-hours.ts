import type { Agreement } from '../agreement.ts';
import { weekdays } from '../vocabulary/states.ts';
import { dayText, weekdayOf } from './civil-day.ts';
import { type Block, readHours } from './opening-hours.ts';

/** Working time as an agreement says it, with every default explicit. */
export type CalendarClause = Agreement['calendars'][string];

const none: readonly Block[] = [];

/**
 * The working hours of each day: the blocks that begin on it. The first of these that speaks of a day holds:
 *
 * 1. `closed` by date,
 * 2. `halfDays` by date: they hold on a weekend and on a holiday, too,
 * 3. `closed` by month and day,
 * 4. the day of the week: neither in `days` nor in `hoursOn` is closed,
 * 5. public holidays,
 * 6. `halfDays` by month and day,
 * 7. `hoursOn` of its day of the week, and `hours`.
 *
 * What is said of one day beats what is said of every year, and closing beats opening. Several `halfDays` of the same
 * day add up. `02-29` is in leap years only.
 */
export function dayHours(
  calendar: CalendarClause,
  isHoliday: (day: number) => boolean,
): (day: number) => readonly Block[] {
  const closed = new Set(calendar.closed);
  const half = halfDaysOf(calendar);
  const weekly = new Map(calendar.days.map((weekday) => [weekday, readHours(calendar.hours)]));
  for (const weekday of weekdays) {
    const own = calendar.hoursOn[weekday];
    if (own !== undefined) weekly.set(weekday, readHours(own));
  }
  return (day) => {
    const date = dayText(day);
    const yearly = date.slice(5);
    if (closed.has(date)) return none;
    const ofDate = half.get(date);
    if (ofDate !== undefined) return ofDate;
    const usual = weekly.get(weekdayOf(day));
    // Holidays are asked for last: a source of them may be slow, or not know the year.
    if (closed.has(yearly) || usual === undefined || isHoliday(day)) return none;
    return half.get(yearly) ?? usual;
  };
}

function halfDaysOf({ halfDays }: CalendarClause): ReadonlyMap<string, readonly Block[]> {
  const hours = new Map<string, readonly string[]>();
  for (const half of halfDays) hours.set(half.on, [...(hours.get(half.on) ?? []), ...half.hours]);
  return new Map([...hours].map(([on, texts]) => [on, readHours(texts)]));
}
