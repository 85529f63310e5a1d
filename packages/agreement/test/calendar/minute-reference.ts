// Working time the slow and obvious way, without a line of the code that it checks: a list of minutes, and for each of them
// what the wall clock shows.
import type { CalendarClause } from '@sameteam/agreement';

/** What the clocks of a zone show at each minute from an instant on. */
export interface WallClock {
  readonly fromMs: number;
  readonly dates: readonly string[];
  readonly minutes: readonly number[];
}

/** Asks Intl for every single minute. */
export function readWallClock(zone: string, from: string, days: number): WallClock {
  const fromMs = Date.parse(from);
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
  const shown = Array.from({ length: days * 1440 }, (_, minute) => format.format(fromMs + minute * 60_000));
  return {
    fromMs,
    dates: shown.map((text) => text.slice(0, 10)),
    minutes: shown.map((text) => Number(text.slice(11, 13)) * 60 + Number(text.slice(14, 16))),
  };
}

type Hours = readonly (readonly [open: number, close: number])[];

/** Which of the minutes are worked. */
export function workedMinutes(
  calendar: CalendarClause,
  { dates, minutes }: WallClock,
  holidays: ReadonlySet<string>,
): readonly boolean[] {
  const known = new Map<string, { readonly today: Hours; readonly lastNight: Hours }>();
  const readHours = (date: string) =>
    hoursOn(calendar, date, holidays).map((hours) => [minuteOf(hours.slice(0, 5)), minuteOf(hours.slice(6))] as const);
  return dates.map((date, index) => {
    const minute = minutes[index] as number;
    let hours = known.get(date);
    if (hours === undefined) {
      hours = { today: readHours(date), lastNight: readHours(dayBefore(date)) };
      known.set(date, hours);
    }
    return (
      hours.today.some(([open, close]) => minute >= open && (minute < close || close <= open)) ||
      hours.lastNight.some(([open, close]) => close <= open && minute < close)
    );
  });
}

function minuteOf(text: string): number {
  return Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
}

function dayBefore(date: string): string {
  const day = new Date(`${date}T12:00:00Z`);
  day.setUTCDate(day.getUTCDate() - 1);
  return day.toISOString().slice(0, 10);
}

function hoursOn(calendar: CalendarClause, date: string, holidays: ReadonlySet<string>): readonly string[] {
  const weekday = new Date(`${date}T12:00:00Z`)
    .toLocaleDateString('en', { weekday: 'short', timeZone: 'UTC' })
    .toLowerCase() as (typeof calendar.days)[number];
  const isWorkday = calendar.days.includes(weekday) || Object.hasOwn(calendar.hoursOn, weekday);
  const usual = isWorkday ? (calendar.hoursOn[weekday] ?? calendar.hours) : [];
  const special = calendar.halfDays.filter(({ on }) => on === date).flatMap(({ hours }) => hours);
  const yearly = calendar.halfDays.filter(({ on }) => on === date.slice(5)).flatMap(({ hours }) => hours);
  if (calendar.closed.includes(date)) return [];
  if (special.length > 0) return special;
  if (calendar.closed.includes(date.slice(5))) return [];
  if (!isWorkday) return [];
  if (calendar.holidays !== null && holidays.has(date)) return [];
  return yearly.length > 0 ? yearly : usual;
}
