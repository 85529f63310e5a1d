import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import { dayStarts } from './day-starts.ts';

const dayOf = (day: string) => Date.parse(`${day}T00:00:00Z`) / 86_400_000;
const starts = (from: string, to: string, zone: string) =>
  dayStarts({ first: dayOf(from), last: dayOf(to) }, zone).map((ms) => new Date(ms).toISOString());

it('is midnight by the clocks of the zone, across their changes', () => {
  expect(starts('2026-03-28', '2026-03-30', 'Europe/Berlin')).toEqual([
    '2026-03-27T23:00:00.000Z',
    '2026-03-28T23:00:00.000Z',
    '2026-03-29T22:00:00.000Z',
  ]);
  expect(starts('1970-01-01', '1970-01-02', 'UTC')).toEqual(['1970-01-01T00:00:00.000Z', '1970-01-02T00:00:00.000Z']);
});

it('is the first instant of a day whose midnight the clocks skip, or that they skip whole', () => {
  expect(starts('2018-11-04', '2018-11-04', 'America/Sao_Paulo')).toEqual(['2018-11-04T03:00:00.000Z']);
  expect(starts('2011-12-30', '2011-12-31', 'Pacific/Apia')).toEqual([
    '2011-12-30T10:00:00.000Z',
    '2011-12-30T10:00:00.000Z',
  ]);
});

it('is what Temporal says', () => {
  const zones = fc.constantFrom(
    'Europe/Berlin',
    'America/New_York',
    'Australia/Lord_Howe',
    'Asia/Kathmandu',
    'Africa/Cairo',
  );
  fc.assert(
    fc.property(zones, fc.integer({ min: 3000, max: 30_000 }), fc.integer({ min: 0, max: 40 }), (zone, first, more) => {
      const days = dayStarts({ first, last: first + more }, zone);
      expect(days).toHaveLength(more + 1);
      const date = Temporal.PlainDate.from('1970-01-01').add({ days: first + more });
      expect(days.at(-1)).toBe(date.toZonedDateTime(zone).epochMilliseconds);
    }),
    { numRuns: 500, endOnFailure: true },
  );
}, 60_000);
