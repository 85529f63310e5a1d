import { expect, test } from 'vitest';
import { isRunning, periodLabel, periodYear } from './period.ts';

test('periods are read as people say them', () => {
  const label = (key: string, grain: Parameters<typeof periodLabel>[0]['grain'], short = false) =>
    periodLabel({ key, grain }, { locale: 'en', short });
  expect(label('2018-05', 'month')).toBe('May 2018');
  expect(label('2018-05', 'month', true)).toBe('May');
  expect(label('2018-Q2', 'quarter')).toBe('Q2 2018');
  expect(label('FY2018-Q2', 'quarter')).toBe('Q2 FY2018');
  expect(label('2018', 'year')).toBe('2018');
  expect(label('2018-05-07', 'week')).toBe('May 7, 2018');
  expect(periodYear({ key: 'FY2018-Q2', grain: 'quarter' })).toBe('FY2018');
});

test('a period is running until its last day is over in the zone of the agreement', () => {
  const may = { key: '2018-05', grain: 'month' } as const;
  expect(isRunning(may, '2018-06-01T02:00:00Z', 'America/Sao_Paulo')).toBe(true);
  expect(isRunning(may, '2018-06-01T02:00:00Z', 'UTC')).toBe(false);
  expect(isRunning({ key: '2018-Q2', grain: 'quarter' }, '2018-06-30T12:00:00Z', 'UTC')).toBe(true);
  expect(isRunning({ key: '2018-05-28', grain: 'week' }, '2018-06-03T12:00:00Z', 'UTC')).toBe(true);
  expect(isRunning({ key: '2018', grain: 'year' }, '2019-01-01T00:00:00Z', 'UTC')).toBe(false);
});
