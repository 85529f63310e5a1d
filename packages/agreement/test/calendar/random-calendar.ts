import type { CalendarClause } from '@sameteam/agreement';
import fc from 'fast-check';

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

const clock = fc.oneof(
  fc.integer({ min: 0, max: 1439 }),
  // Around the hours in which clocks change.
  fc.integer({ min: 0, max: 240 }),
  fc.constantFrom(0, 60, 90, 120, 150, 180, 540, 1020, 1320, 1380),
);

const hours = fc
  .tuple(clock, fc.oneof({ arbitrary: clock, weight: 9 }, { arbitrary: fc.constant(1440), weight: 1 }))
  .filter(([open, close]) => open !== close)
  .map(([open, close]) => `${timeOf(open)}-${timeOf(close)}`);

const hoursOfDay = fc.array(hours, { minLength: 1, maxLength: 3 });

/** Calendars of all kinds; what they say of single days are days of `dates`, or of every year. */
export function randomCalendar(zone: string, dates: readonly string[]): fc.Arbitrary<CalendarClause> {
  const date = fc.constantFrom(...dates);
  const on = fc.oneof(
    date,
    date.map((text) => text.slice(5)),
    fc.constant('02-29'),
  );
  return fc.record({
    zone: fc.constant(zone),
    days: fc.uniqueArray(fc.constantFrom(...weekdays), { minLength: 1 }),
    hours: hoursOfDay,
    hoursOn: fc.dictionary(fc.constantFrom(...weekdays), hoursOfDay, { maxKeys: 2, noNullPrototype: true }),
    holidays: fc.constantFrom(null, 'DE'),
    closed: fc.array(on, { maxLength: 6 }),
    halfDays: fc.array(fc.record({ on, hours: hoursOfDay }), { maxLength: 5 }),
  });
}

function timeOf(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}
