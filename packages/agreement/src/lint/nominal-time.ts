import type { Agreement } from '../agreement.ts';
import { type DurationText, parseDuration } from '../duration/parse-duration.ts';

type Calendar = Agreement['calendars'][string];

const dayMinutes = 1440;

/** Minutes of one stretch of working hours; a closing time that is not later is one of the next day. */
function stretchMinutes(text: string): number {
  const [from = 0, to = 0] = text.split('-').map((time) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3)));
  return to > from ? to - from : to - from + dayMinutes;
}

/** Working minutes of an ordinary week, without holidays. */
export function weekMinutes({ days, hours, hoursOn }: Calendar): number {
  const minutesOf = (stretches: readonly string[]) =>
    stretches.reduce((sum, stretch) => sum + stretchMinutes(stretch), 0);
  return days.reduce((sum, day) => sum + minutesOf(hoursOn[day] ?? hours), 0);
}

/**
 * About how many days of 24 hours a duration takes on a calendar, spread over ordinary weeks without holidays: five
 * working days of a calendar with five of them are seven days. For comparing durations of different units only.
 */
export function nominalDays(text: DurationText, calendar: Calendar): number {
  const { unit, amount, ms } = parseDuration(text);
  if (ms !== null) return ms / (dayMinutes * 60_000);
  if (unit === 'wd') return (amount * 7) / calendar.days.length;
  return (amount * (unit === 'wh' ? 60 : 1) * 7) / weekMinutes(calendar);
}

/** The calendar on which a team works: its own, that of a team above it, or the default one. */
export function calendarOf(agreement: Agreement, team: string): Calendar {
  const { teams, calendars } = agreement;
  for (let at: string | undefined = team; at !== undefined; at = teams[at]?.partOf) {
    const named: string | undefined = teams[at]?.calendar;
    const found = named === undefined ? undefined : calendars[named];
    if (found !== undefined) return found;
  }
  const { default: usual } = calendars;
  if (usual === undefined) throw new RangeError('A normalised agreement has a default calendar.');
  return usual;
}
