import { expect, test } from 'vitest';
import { valueLabel } from '../format/value-label.ts';
import { wholeView } from '../source/view.ts';
import { dayIn, isChosen, isWorthFiltering, matching, periodChoices } from './filters.data.ts';

test('days are those of the agreement, not of the machine', () => {
  expect(dayIn('America/Sao_Paulo', '2018-06-01T02:00:00Z')).toBe('2018-05-31');
});

test('periods are counted back from the as-of day, and hold whole years of the log', () => {
  expect(periodChoices('2018-07-15', { first: '2017-06-14', last: '2018-07-14' })).toEqual([
    { label: 'All time', from: null, to: null },
    { label: 'Last 30 days', from: '2018-06-16', to: '2018-07-15' },
    { label: 'Last 90 days', from: '2018-04-17', to: '2018-07-15' },
    { label: 'Last 365 days', from: '2017-07-16', to: '2018-07-15' },
    { label: '2018', from: '2018-01-01', to: '2018-12-31' },
    { label: '2017', from: '2017-01-01', to: '2017-12-31' },
  ]);
});

test('a period outside the log is not offered', () => {
  const labels = periodChoices('2026-11-22', { first: '2017-06-14', last: '2018-07-14' }).map(({ label }) => label);
  expect(labels).toEqual(['All time', '2018', '2017']);
  expect(periodChoices('2026-11-22', { first: null, last: null })).toHaveLength(1);
});

test('the chosen period is known again', () => {
  expect(isChosen({ label: 'All time', from: null, to: null }, wholeView)).toBe(true);
  expect(isChosen({ label: '2018', from: '2018-01-01', to: '2018-12-31' }, wholeView)).toBe(false);
});

test('a dimension that nobody filled is no filter', () => {
  expect(isWorthFiltering([{ value: null, leads: 8000 }])).toBe(false);
  expect(isWorthFiltering([{ value: 'unknown', leads: 1 }])).toBe(true);
});

test('values are found by what is shown', () => {
  const values = [
    { value: 'paid_search', leads: 2 },
    { value: null, leads: 1 },
  ];
  expect(matching(values, 'Paid S', valueLabel)).toEqual([values[0]]);
  expect(matching(values, 'no val', valueLabel)).toEqual([values[1]]);
  expect(matching(values, ' ', valueLabel)).toEqual(values);
});
