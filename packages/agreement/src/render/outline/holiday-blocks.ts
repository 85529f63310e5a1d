import type { Agreement } from '../../agreement.ts';
import type { CalendarPins } from '../../calendar/calendar-pins.ts';
import { dayInWords } from '../../words/day-in-words.ts';
import { countInWords } from '../../words/number-in-words.ts';
import { say } from '../../words/phrase.ts';
import { shownText } from '../../words/shown-text.ts';
import type { Block } from './outline.ts';

const yearsShown = 2;

/**
 * The holidays of each country or region that a calendar names, as dates: two years in full, from the one in which the
 * agreement begins to bind, the others folded; and which years are signed in all.
 */
export function holidayBlocks({ calendars, effective }: Agreement, pins: CalendarPins | null): readonly Block[] {
  if (pins === null) return [];
  const { fromYear, toYear } = pins;
  const begins = effective === null ? fromYear : Number(effective.slice(0, 4));
  const first = Math.min(Math.max(begins, fromYear), Math.max(fromYear, toYear - yearsShown + 1));
  const last = Math.min(first + yearsShown - 1, toYear);
  const named = new Set(Object.values(calendars).flatMap(({ holidays }) => holidays ?? []));
  return [...named].flatMap((region): readonly Block[] => {
    const all = (pins.holidays[region] ?? []).filter(({ date }) => date >= `${fromYear}-01-01`);
    if (all.length === 0) return [];
    const isShown = ({ date }: { readonly date: string }) => yearOf(date) >= first && yearOf(date) <= last;
    const dates = all.map((holiday) => ({
      day: dayInWords(holiday.date),
      name: shownText(holiday.name),
      isShown: isShown(holiday),
    }));
    const block: Block = {
      kind: 'dates',
      title: `Public holidays of ${region}, ${spanOf(first, last)}`,
      dates: dates.filter((date) => date.isShown),
      more: dates.filter((date) => !date.isShown),
    };
    const span = spanOf(fromYear, toYear);
    const signed = say`For ${region}, the dates of ${span} are signed with this document: ${countInWords(all.length, 'date')} in all.`;
    return [block, { kind: 'text', sentences: [signed] }];
  });
}

function yearOf(date: string): number {
  return Number(date.slice(0, 4));
}

function spanOf(from: number, to: number): string {
  if (from === to) return String(from);
  return to - from === 1 ? `${from} and ${to}` : `${from} to ${to}`;
}
