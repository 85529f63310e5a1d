import type { ReportRow } from '@sameteam/api/client';
import { expect, test } from 'vitest';
import { fakeClient } from '../../test/fake-client.ts';
import { fakeDefinitions } from '../../test/fake-definitions.ts';
import { createFormat } from '../format/create-format.ts';
import { metricCaption } from './metric.data.ts';

const format = createFormat({ locale: 'en', timeZone: 'UTC' });
const metrics = ['lead_to_win_rate', 'days_to_won_median', 'captured', 'qualified'];
const { rows } = await fakeClient().report({ metrics });
const caption = (metric: string, change: Partial<ReportRow> = {}) => {
  const row = rows.find((candidate) => candidate.metric === metric) as ReportRow;
  const definition = fakeDefinitions.metrics.find(({ id }) => id === metric);
  return metricCaption({ ...row, ...change }, definition, format);
};

test('a rate says of how many', () => {
  expect(caption('lead_to_win_rate')).toBe('842 of 8,000 leads');
});

test('a duration says over how many, and who was left out', () => {
  expect(caption('days_to_won_median')).toBe('over 841 leads, 1 left out');
});

test('a count says what is counted, and how many are implied', () => {
  expect(caption('captured')).toBe('Leads that reached captured');
  expect(caption('qualified', { implied: 1548 })).toBe('1,548 of them implied');
});

test('no value says why', () => {
  expect(caption('lead_to_win_rate', { value: null, numerator: 0, denominator: 0 })).toBe(
    'No lead in this view to take it from.',
  );
});
