import { expect, it } from 'vitest';
import { germanHolidays } from './german-holidays.ts';

it('knows the holidays of 2025 and 2026', () => {
  const days = (year: number) =>
    germanHolidays(year).map((day) => new Date(day * 86_400_000).toISOString().slice(5, 10));
  expect(days(2025)).toEqual(['01-01', '04-18', '04-21', '05-01', '05-29', '06-09', '10-03', '12-25', '12-26']);
  expect(days(2026)).toEqual(['01-01', '04-03', '04-06', '05-01', '05-14', '05-25', '10-03', '12-25', '12-26']);
});
