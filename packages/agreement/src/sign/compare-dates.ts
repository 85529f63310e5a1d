import type { CalendarPins } from '../calendar/calendar-pins.ts';
import { instantsOfYears } from '../calendar/pinned-zone.ts';
import type { SignaturePayload } from './signature-payload.ts';

/** The dates that a signature fixes beside the agreement. */
export type SignedDates = Pick<SignaturePayload, 'pins' | 'period'>;

type Offsets = CalendarPins['zones'][string];

/**
 * Where dates that somebody else signed are not one's own: first and last moment, years, zones and holidays, one text for
 * each. Zones and holidays are compared in the years that both have. O(size of both).
 * @returns nothing when both mean the same
 */
export function compareDates(theirs: SignedDates, own: SignedDates): readonly string[] {
  return [
    ...different('first moment', theirs.period.from, own.period.from),
    ...different('end', theirs.period.until, own.period.until),
    ...different('years', yearsOf(theirs.pins), yearsOf(own.pins)),
    ...compareHolidays(theirs.pins, own.pins),
    ...compareZones(theirs.pins, own.pins),
  ];
}

function different(what: string, theirs: string | null, own: string | null): readonly string[] {
  return theirs === own ? [] : [`${what} ${theirs ?? 'open'} (here ${own ?? 'open'})`];
}

function yearsOf({ fromYear, toYear }: CalendarPins): string {
  return `${fromYear} to ${toYear}`;
}

function commonYears(theirs: CalendarPins, own: CalendarPins) {
  return { first: Math.max(theirs.fromYear, own.fromYear), last: Math.min(theirs.toYear, own.toYear) };
}

function compareHolidays(theirs: CalendarPins, own: CalendarPins): readonly string[] {
  const { first, last } = commonYears(theirs, own);
  const daysOf = ({ holidays }: CalendarPins) =>
    new Set(
      Object.entries(holidays).flatMap(([region, days]) =>
        days
          .filter(({ date }) => date >= `${first - 1}-12-31` && date <= `${last}-12-31`)
          .map(({ date, name }) => `${date} in ${region}: ${shortened(name)}`),
      ),
    );
  const [there, here] = [daysOf(theirs), daysOf(own)];
  return [
    ...onlyIn(there, here).map((day) => `holiday ${day} (none here)`),
    ...onlyIn(here, there).map((day) => `no holiday ${day} (one here)`),
  ];
}

function onlyIn(one: ReadonlySet<string>, other: ReadonlySet<string>): readonly string[] {
  return [...one].filter((entry) => !other.has(entry)).sort();
}

function compareZones(theirs: CalendarPins, own: CalendarPins): readonly string[] {
  const { first, last } = commonYears(theirs, own);
  const { fromMs, toMs } = instantsOfYears(first, last);
  const names = [...new Set([...Object.keys(theirs.zones), ...Object.keys(own.zones)])].sort();
  return names.flatMap((zone) => {
    const there = Object.hasOwn(theirs.zones, zone) ? theirs.zones[zone] : undefined;
    const here = Object.hasOwn(own.zones, zone) ? own.zones[zone] : undefined;
    if (there === undefined) return [`no zone ${zone} (one here)`];
    if (here === undefined) return [`zone ${zone} (none here)`];
    const starts = [...there, ...here].map(({ since }) => Math.max(fromMs, Date.parse(since)));
    const moments = [...new Set(starts)].filter((ms) => ms < toMs).sort((a, b) => a - b);
    return moments.flatMap((ms) =>
      different(`${zone} since ${new Date(ms).toISOString()}`, offsetAt(there, ms), offsetAt(here, ms)),
    );
  });
}

/** As `UTC+02:00`, with seconds where there are any. */
function offsetAt(offsets: Offsets, ms: number): string {
  const seconds = offsets.findLast(({ since }) => Date.parse(since) <= ms)?.offsetSeconds ?? 0;
  const clock = new Date(Math.abs(seconds) * 1000).toISOString().slice(11, seconds % 60 === 0 ? 16 : 19);
  return `UTC${seconds < 0 ? '-' : '+'}${Math.abs(seconds) >= 86_400 ? '24:00+' : ''}${clock}`;
}

function shortened(name: string): string {
  return name.length > 40 ? `${name.slice(0, 40)}…` : name;
}
