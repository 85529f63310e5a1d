import type { ReportRow } from '@sameteam/api/client';
import { expect, test } from 'vitest';
import { fakeAsOf, fakeClient } from '../../test/fake-client.ts';
import { createFormat } from '../format/create-format.ts';
import { type TrendContext, trendData } from './trend.data.ts';

const context: TrendContext = {
  grain: 'month',
  label: 'Lead to win rate',
  target: 0.12,
  asOf: fakeAsOf,
  timeZone: 'America/Sao_Paulo',
  locale: 'en',
  format: createFormat({ locale: 'en', timeZone: 'UTC' }),
};
const { rows } = await fakeClient().report({ metrics: ['lead_to_win_rate', 'captured'], grain: 'month' });
const rates = rows.filter(({ metric }) => metric === 'lead_to_win_rate');
const counts = rows.filter(({ metric }) => metric === 'captured');

test('rates are points, counts are bars, in the order of time', () => {
  const trend = trendData([...rates].reverse(), context);
  expect(trend.kind).toBe('points');
  expect(trend.points.map(({ label }) => label).slice(0, 2)).toEqual(['Jun 2017', 'Jul 2017']);
  expect(trendData(counts, context).kind).toBe('bars');
});

test('cohorts that have not had their window are young', () => {
  const young = trendData(rates, context).points.filter(({ isYoung }) => isYoung);
  expect(young.map(({ key }) => key)).toEqual(['2018-04', '2018-05']);
});

test('a month that is not over is young for a count too', () => {
  const running = trendData(counts, { ...context, asOf: '2018-05-20T12:00:00Z' });
  expect(running.points.at(-1)?.isYoung).toBe(true);
  expect(running.title).toContain('in Apr 2018');
});

test('the title of a rate compares the last mature cohort with those before', () => {
  expect(trendData(rates, context).title).toBe(
    'Lead to win rate: 14.2\u00a0% for Mar 2018, above the 8 months before (8.7\u00a0%)',
  );
});

test('a difference within the interval is not called one', () => {
  const [a, b] = rates.slice(7, 9) as [ReportRow, ReportRow];
  expect(trendData([a, b], context).title).toContain('in line with the month before');
});

test('the title of a count names the last month and the highest', () => {
  expect(trendData(counts, { ...context, label: 'Captured' }).title).toBe(
    'Captured: 1,303 in May 2018; the highest was 1,352 in Apr 2018',
  );
});

test('the interval of a handful of leads does not set the scale', () => {
  const june = rates.find((row) => row.dimensions.month === '2017-06');
  expect(june?.high).toBeGreaterThan(0.4);
  expect(trendData(rates, context).end).toBe(0.2);
});

test('nothing to judge is said', () => {
  const young = rates.slice(10);
  expect(trendData(young, context).title).toBe('Lead to win rate: no month is mature enough to judge yet');
  expect(trendData([], { ...context, label: 'Captured' }).title).toBe('Captured: no period to judge yet');
});
