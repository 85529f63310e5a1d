import type { Agreement } from '../../agreement.ts';
import { type Weekday, weekdays } from '../../vocabulary/states.ts';
import { dayInWords } from '../day-in-words.ts';
import { nameIn } from '../names.ts';
import { meaningOf } from '../own-words.ts';
import { listed, type Phrase, say } from '../phrase.ts';
import { weekdayNames } from './head-words.ts';

/** Working time by a calendar: zone, days, hours, holidays, own days off, half days. */
export function calendarWords({ calendars }: Agreement, name: string): readonly Phrase[] {
  const calendar = calendars[name];
  if (calendar === undefined) return [];
  const { zone, days, hours, hoursOn, holidays, closed, halfDays } = calendar;
  const own = weekdays.flatMap((weekday) => {
    const given = hoursOn[weekday];
    return given === undefined ? [] : [say`on ${weekdayNames[weekday]} it is ${hoursInWords(given)}`];
  });
  return [
    say`by the calendar ${nameIn('calendars', name)}, working time is ${hoursInWords(hours)} on ${listed(daySpans(days), 'and')} in ${zone}`,
    ...(own.length === 0 ? [] : [listed(own, 'and')]),
    holidays === null
      ? ['public holidays are working days']
      : [`public holidays of ${placeInWords(holidays)} are days off`],
    ...(closed.length === 0 ? [] : [say`other days off: ${listed(closed.map(dayInWords), 'and')}`]),
    ...halfDays.map(({ on, hours: open }) => say`on ${dayInWords(on)}, working time is ${hoursInWords(open)}`),
    ...meaningOf(calendar),
  ];
}

/** Days of the week, three and more in a row as a span: "Monday to Friday". */
function daySpans(days: readonly Weekday[]): readonly string[] {
  const runs: Weekday[][] = [];
  for (const [index, weekday] of weekdays.entries()) {
    if (!days.includes(weekday)) continue;
    const run = runs.at(-1);
    const before = weekdays[index - 1];
    if (run !== undefined && before !== undefined && run.at(-1) === before) run.push(weekday);
    else runs.push([weekday]);
  }
  return runs.flatMap((run) => {
    const names = run.map((weekday) => weekdayNames[weekday]);
    return names.length < 3 ? names : [`${names[0]} to ${names.at(-1)}`];
  });
}

/**
 * Working hours in words; those that end on the next day say so.
 * @example hoursInWords(['22:00-06:00']) // '22:00 to 06:00 of the next day'
 */
export function hoursInWords(hours: readonly string[]): string {
  const spans = hours.map((text) => {
    const [from = '', to = ''] = text.split('-');
    return `${from} to ${to}${to <= from ? ' of the next day' : ''}`;
  });
  return listed(spans, 'and').join('');
}

function placeInWords(code: string): string {
  const [country = code] = code.split('-');
  const name = new Intl.DisplayNames('en', { type: 'region', fallback: 'code' }).of(country) ?? country;
  return name === code ? code : `${name} (${code})`;
}
