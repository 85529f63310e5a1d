import { nearestName } from '@sameteam/model';
import Holidays, { type HolidaysTypes } from 'date-holidays';
import { AgreementError } from '../agreement-error.ts';
import type { Holiday } from '../calendar/holiday-source.ts';
import { holidayRegions, isHolidayRegion } from './holiday-regions.ts';

const dayMs = 86_400_000;

/**
 * The public holidays of a country or one of its regions that fall into a year: days on which work is closed by law.
 * Source: date-holidays, of its types only `public` (neither `bank`, `school`, `optional` nor `observance`). Convention:
 *
 * - a substitute day (the Monday after a holiday on a Sunday) is closed, and so is the holiday itself;
 * - a holiday of several days is closed on each of them, in whichever year they fall;
 * - one that begins later than at midnight (Christmas Eve from noon on) closes nothing: say it as one of `halfDays`;
 * - one that begins at the sunset before counts as the day that the source names it for.
 *
 * The source mostly applies the law of today to past and future years, and its names can change with any update: what
 * was signed is pinned by `pinCalendars`.
 * @param region such as `DE` or `DE-BY`, see `holidayRegions`
 * @returns by date, one for each date, with the name that people there use; empty where nothing is known for that year
 * @throws AgreementError `holiday-region-unknown`
 * @example publicHolidays('DE-BY', 2026).find(({ date }) => date === '2026-06-04') // { date: '2026-06-04', name: 'Fronleichnam' }
 */
export function publicHolidays(region: string, year: number): readonly Holiday[] {
  if (!isHolidayRegion(region)) {
    throw new AgreementError('holiday-region-unknown', { region, nearest: nearestName(region, holidayRegions()) });
  }
  const source = new Holidays(region);
  const names = new Map<string, string>();
  // What began in the year before may reach into this one.
  for (const holiday of [...source.getHolidays(year - 1), ...source.getHolidays(year)]) {
    for (const date of closedDates(holiday)) {
      if (date.startsWith(`${year}-`) && !names.has(date)) names.set(date, holiday.name);
    }
  }
  return [...names].map(([date, name]) => ({ date, name })).sort((a, b) => (a.date < b.date ? -1 : 1));
}

function closedDates({ date, start, end, type }: HolidaysTypes.Holiday): readonly string[] {
  if (type !== 'public' || date.slice(11, 19) !== '00:00:00') return [];
  const first = Date.parse(`${date.slice(0, 10)}T00:00:00Z`);
  // Days on which the clocks change are an hour shorter or longer.
  const days = Math.round((end.getTime() - start.getTime()) / dayMs);
  return Array.from({ length: days }, (_, index) => new Date(first + index * dayMs).toISOString().slice(0, 10));
}
