import { expect, it } from 'vitest';
import { metricDefinition } from '../metrics/registry.ts';
import { datesInWords, periodInWords } from './period-in-words.ts';

function find(id: string) {
  const metric = metricDefinition(id);
  if (metric === undefined) throw new Error(`There is no metric ${id}.`);
  return metric;
}

it('names the date of each part of what is made of others', () => {
  expect(datesInWords(find('period_ratio'), find)).toBe(
    'each part by its own date: Won in the period by the date of the win; Captured by the date of the capture of the lead',
  );
  expect(datesInWords(find('black_hole_value'), find)).toBe(
    'each part by its own date: Black hole as it is at as-of; Lead to win by the date of the capture of the lead; Average deal by the date of the win',
  );
  expect(datesInWords(find('win_rate_by_amount'), find)).toBe('by the date of the closing of the deal');
  expect(datesInWords(find('bookings_pacing'), find)).toBe('by the date of the win');
  expect(datesInWords(find('captured'), find)).toBeNull();
});

it('does not say the date of one part for all', () => {
  const period = { from: '2026-01-01', to: '2026-03-31', anchor: 'captured' };
  expect(periodInWords(period, { metric: find('period_ratio'), find })).toBe(
    'From 2026-01-01 to 2026-03-31, each part by its own date.',
  );
  expect(periodInWords(period, { metric: find('captured'), find })).toBe(
    'From 2026-01-01 to 2026-03-31, by the date of the capture of the lead.',
  );
});
