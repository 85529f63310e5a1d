import type { ReportRow } from '@sameteam/api/client';
import { expect, test } from 'vitest';
import { fakeClient } from '../../test/fake-client.ts';
import { fakeDefinitions } from '../../test/fake-definitions.ts';
import { wordsOf } from '../base/words.ts';
import { createFormat } from '../format/create-format.ts';
import { type BreakdownContext, breakdownData, byName } from './breakdown.data.ts';

const metrics = ['captured', 'won', 'lead_to_win_rate'];
const client = fakeClient();
const { rows } = await client.report({ metrics, by: ['source.channel'] });
const { rows: totals } = await client.report({ metrics });
const context: BreakdownContext = {
  dimension: 'source.channel',
  metrics,
  totals,
  expected: { lead_to_win_rate: 0.12 },
  order: { by: 'captured', isAscending: false },
  words: wordsOf(fakeDefinitions),
  format: createFormat({ locale: 'en', timeZone: 'UTC' }),
};
const order = (by: string, isAscending: boolean) =>
  breakdownData(rows, { ...context, order: { by, isAscending } }).lines.map(({ value }) => value);

test('rows hold the figures of their value, the missing value apart from unknown', () => {
  const { lines } = breakdownData(rows, context);
  const figures = (value: string | null) =>
    lines.find((line) => line.value === value)?.cells.map((cell) => cell?.value);
  expect(figures('paid_search')).toEqual([1586, 195, 195 / 1586]);
  expect(figures('unknown')).toEqual([1099, 179, 179 / 1099]);
  expect(figures(null)).toEqual([60, 14, 14 / 60]);
});

test('the missing value is last in every order', () => {
  for (const by of [...metrics, byName])
    for (const isAscending of [true, false]) expect(order(by, isAscending).at(-1)).toBeNull();
});

test('folded values are one row before the missing one, told apart from a value of that name', () => {
  const folded = rows
    .filter((row) => row.dimensions['source.channel'] === 'email')
    .map((row) => ({ ...row, dimensions: { 'source.channel': 'other' }, folded: { 'source.channel': 4900 } }));
  for (const by of [...metrics, byName]) {
    for (const isAscending of [true, false]) {
      const { lines } = breakdownData([...rows, ...folded], { ...context, order: { by, isAscending } });
      expect(lines.slice(-2).map(({ label, isFolded }) => [label, isFolded])).toEqual([
        ['other (4,900 values)', true],
        ['(no value)', false],
      ]);
      const own = lines.find(({ label }) => label === 'other');
      expect(own?.isFolded).toBe(false);
      expect(own?.cells[0]?.value).not.toBe(lines.at(-2)?.cells[0]?.value);
    }
  }
});

test('rows are ordered by a metric or by name', () => {
  expect(order('captured', false).slice(0, 2)).toEqual(['organic_search', 'paid_search']);
  expect(order('lead_to_win_rate', true)[0]).toBe('other');
  expect(order(byName, true)[0]).toBe('direct_traffic');
});

test('what has no value is neither least nor most', () => {
  const holed = rows.map((row) => (row.dimensions['source.channel'] === 'email' ? { ...row, value: null } : row));
  const lines = breakdownData(holed, { ...context, order: { by: 'won', isAscending: true } }).lines;
  expect(lines.slice(-2).map(({ value }) => value)).toEqual(['email', null]);
});

test('the title claims what the intervals carry', () => {
  expect(breakdownData(rows, context).title).toBe(
    'Paid search wins most (12.3\u00a0%), other least (2.7\u00a0%); 10.5\u00a0% overall',
  );
  const alike = rows.map((row): ReportRow => (row.unit === 'ratio' ? { ...row, low: 0, high: 1 } : row));
  expect(breakdownData(alike, context).title).toBe(
    'No channel stands clearly apart from the lead to win rate of 10.5\u00a0% overall',
  );
});

test('without a rate the title names the largest', () => {
  expect(breakdownData(rows, { ...context, metrics: ['captured'] }).title).toBe(
    'Organic search brings most: 2,296, 28.7\u00a0% of all',
  );
});

test('what is not known is counted', () => {
  expect(breakdownData(rows, context).gap).toBe(
    'Of the leads 60 have no value and 1,099 are “unknown”, which is a value.',
  );
});

test('scales start at zero and hold every interval', () => {
  const [captured, , rate] = breakdownData(rows, context).columns;
  expect(captured).toMatchObject({ drawn: 'bar', end: 3000 });
  expect(rate).toMatchObject({ drawn: 'range', end: 0.4, target: 0.12 });
});
