import type { Agreement } from '../../agreement.ts';
import type { Weekday } from '../../vocabulary/states.ts';
import { dayInWords } from '../day-in-words.ts';
import { numberInWords } from '../number-in-words.ts';
import { ownWords } from '../own-words.ts';
import { listed, type Phrase, say } from '../phrase.ts';

/** Names of the days of the week. */
export const weekdayNames: Readonly<Record<Weekday, string>> = {
  mon: 'Monday',
  tue: 'Tuesday',
  wed: 'Wednesday',
  thu: 'Thursday',
  fri: 'Friday',
  sat: 'Saturday',
  sun: 'Sunday',
};

/** What the clauses say that hold for the document as a whole, by their address. */
export const headWords = {
  sameteam: ({ sameteam }: Agreement): readonly Phrase[] => [
    say`this document is written in version ${sameteam} of the format`,
  ],
  name: ({ name }: Agreement): readonly Phrase[] => [say`this agreement is called ${ownWords(name)}`],
  version: ({ version }: Agreement): readonly Phrase[] => [say`this is version ${version}`],
  effective: ({ effective, timeZone }: Agreement): readonly Phrase[] => [
    effective === null
      ? say`no day is set from which it binds`
      : say`it binds from ${dayInWords(effective)} (${timeZone}), once the required signatures hold`,
  ],
  until: ({ until }: Agreement): readonly Phrase[] => [
    until === null
      ? say`it binds until the next version does`
      : say`it binds until ${dayInWords(until)}, or until the next version does`,
  ],
  timeZone: ({ timeZone }: Agreement): readonly Phrase[] => [
    say`days, weeks and months are cut in the time zone ${timeZone}`,
  ],
  currency: ({ currency }: Agreement): readonly Phrase[] => [say`amounts of money are told in ${currency}`],
  fiscalYear: ({ fiscalYear }: Agreement): readonly Phrase[] => [
    say`the fiscal year begins on ${dayInWords(fiscalYear.starts)}, a week on ${weekdayNames[fiscalYear.week]}`,
  ],
};

/** What one unit of another currency is worth. */
export function rateWords({ rates, currency }: Agreement, unit: string): readonly Phrase[] {
  const entries = (rates[unit] ?? []).map(({ rate, from }) => {
    const worth = `1 ${unit} is worth ${numberInWords(rate)} ${currency}`;
    return [from === undefined ? worth : `from ${dayInWords(from)}, ${worth}`];
  });
  return entries.length === 0 ? [] : [listed(entries, 'and')];
}
