import { expect, it } from 'vitest';
import { openPeriod } from './open-period.ts';

const berlin = { timeZone: 'Europe/Berlin', fiscalYear: { starts: '01-01', week: 'mon' } } as const;
const fiscal = { timeZone: 'UTC', fiscalYear: { starts: '07-01', week: 'sun' } } as const;

it.each([
  ['day', '2026-11-23T12:00:00Z', { label: '2026-11-23', daysBegun: 1, days: 1 }],
  ['week', '2026-11-25T12:00:00Z', { label: '2026-11-23', daysBegun: 3, days: 7 }],
  ['month', '2026-11-23T12:00:00Z', { label: '2026-11', daysBegun: 23, days: 30 }],
  // It is November in Berlin already.
  ['month', '2026-10-31T23:30:00Z', { label: '2026-11', daysBegun: 1, days: 30 }],
  ['quarter', '2026-11-23T12:00:00Z', { label: '2026-Q4', daysBegun: 54, days: 92 }],
  ['year', '2026-01-01T12:00:00Z', { label: '2026', daysBegun: 1, days: 365 }],
] as const)('%s at %s', (grain, asOf, expected) => {
  expect(openPeriod(berlin, grain, Date.parse(asOf))).toEqual(expected);
});

it('is none at the last millisecond of a period', () => {
  expect(openPeriod(berlin, 'month', Date.parse('2026-11-30T22:59:59.999Z'))).toBeNull();
  expect(openPeriod(berlin, 'month', Date.parse('2026-11-30T22:59:59.998Z'))?.daysBegun).toBe(30);
  expect(openPeriod(berlin, 'year', Date.parse('2026-11-30T22:59:59.999Z'))?.label).toBe('2026');
});

it('is that of the fiscal year', () => {
  expect(openPeriod(fiscal, 'year', Date.parse('2026-11-23T12:00:00Z'))).toEqual({
    label: 'FY2027',
    daysBegun: 146,
    days: 365,
  });
  expect(openPeriod(fiscal, 'week', Date.parse('2026-11-23T12:00:00Z'))?.label).toBe('2026-11-22');
});
