import type { Agreement } from '../../agreement.ts';
import type { CalendarPins } from '../../calendar/calendar-pins.ts';
import { dayInWords } from '../../words/day-in-words.ts';
import { shownText } from '../../words/shown-text.ts';
import type { Block } from './outline.ts';

/** The holidays of each country or region that a calendar names, as dates. */
export function holidayBlocks({ calendars }: Agreement, pins: CalendarPins | null): readonly Block[] {
  if (pins === null) return [];
  const named = new Set(Object.values(calendars).flatMap(({ holidays }) => holidays ?? []));
  return [...named].flatMap((region): readonly Block[] => {
    const dates = (pins.holidays[region] ?? []).filter(({ date }) => date >= `${pins.fromYear}-01-01`);
    if (dates.length === 0) return [];
    return [
      {
        kind: 'dates',
        title: `Public holidays of ${region}, ${pins.fromYear} to ${pins.toYear}`,
        dates: dates.map(({ date, name }) => ({ day: dayInWords(date), name: shownText(name) })),
      },
    ];
  });
}
