import { type CalendarClause, compileCalendar } from '@sameteam/agreement';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readWallClock, type WallClock, workedMinutes } from './minute-reference.ts';
import { randomCalendar } from './random-calendar.ts';

/** Six weeks around changes of the clocks, and one around a day that a zone skipped. */
const windows = [
  ['Europe/Berlin', '2026-03-10T00:00:00Z'],
  ['Europe/Berlin', '2026-10-05T00:00:00Z'],
  ['America/Sao_Paulo', '2017-01-28T00:00:00Z'],
  ['America/Sao_Paulo', '2017-09-25T00:00:00Z'],
  ['America/New_York', '2026-02-20T00:00:00Z'],
  ['America/New_York', '2026-10-15T00:00:00Z'],
  ['Australia/Lord_Howe', '2026-03-15T00:00:00Z'],
  ['Australia/Lord_Howe', '2026-09-20T00:00:00Z'],
  // The clocks went back one minute after midnight, into the day before.
  ['America/St_Johns', '2010-10-20T00:00:00Z'],
  // There was no 2011-12-30.
  ['Pacific/Apia', '2011-12-10T00:00:00Z'],
  ['Asia/Kolkata', '2028-02-10T00:00:00Z'],
] as const;
const days = 42;
const calendarsOfWindow = 60;
const casesOfCalendar = 16;

const minute = fc.integer({ min: 0, max: days * 1440 - 1 });
let compared = 0;

describe.each(windows)('working time in %s from %s on', (zone, from) => {
  const clock = readWallClock(zone, from, days);
  const dates = [...new Set(clock.dates)];
  const seed = windows.findIndex((window) => window[0] === zone && window[1] === from);

  it('is what a walk over the minutes finds', () => {
    fc.assert(
      fc.property(
        randomCalendar(zone, dates),
        fc.subarray(dates, { maxLength: 4 }),
        fc.array(fc.tuple(minute, minute), { minLength: casesOfCalendar, maxLength: casesOfCalendar }),
        (calendar, closed, pairs) => {
          const worked = workedMinutes(calendar, clock, new Set(closed));
          const counted = compiled(calendar, closed);
          for (const pair of pairs) compareAll(counted, { clock, worked }, pair);
          compared += pairs.length;
        },
      ),
      { numRuns: calendarsOfWindow, seed, endOnFailure: true },
    );
  }, 120_000);
});

it('was compared for 10,000 cases', () => {
  expect(compared).toBeGreaterThanOrEqual(10_000);
});

function compiled(calendar: CalendarClause, closed: readonly string[]) {
  return compileCalendar(calendar, {
    holidays: (_, year) =>
      closed.filter((date) => date.startsWith(`${year}-`)).map((date) => ({ date, name: 'A holiday' })),
  });
}

function compareAll(
  calendar: ReturnType<typeof compiled>,
  { clock, worked }: { readonly clock: WallClock; readonly worked: readonly boolean[] },
  [a, b]: readonly [number, number],
): void {
  const at = (minuteOfWindow: number) => clock.fromMs + minuteOfWindow * 60_000;
  const [first, last] = a < b ? [a, b] : [b, a];
  let minutes = 0;
  for (let step = first; step < last; step++) if (worked[step]) minutes++;
  const said = [clock.dates[a], clock.minutes[a], clock.dates[b], clock.minutes[b]].join(' ');
  expect(
    [
      calendar.isWorking(at(a)),
      calendar.workingSeconds(at(first), at(last)),
      calendar.workingSeconds(at(last), at(first)),
    ],
    said,
  ).toEqual([worked[a], minutes * 60, 0 - minutes * 60]);
  if (minutes === 0) return;
  let due = first;
  for (let left = minutes; left > 0; due++) if (worked[due]) left--;
  let since = last;
  for (let left = minutes; left > 0; since--) if (worked[since - 1]) left--;
  expect(
    [calendar.addWorkingSeconds(at(first), minutes * 60), calendar.addWorkingSeconds(at(last), -minutes * 60)],
    said,
  ).toEqual([at(due), at(since)]);
  if (minutes % 60 === 0) expect(calendar.dueMs(at(first), `${minutes / 60}wh`), said).toBe(at(due));
}
