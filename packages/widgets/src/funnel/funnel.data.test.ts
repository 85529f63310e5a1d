import type { ReportRow } from '@sameteam/api/client';
import { expect, test } from 'vitest';
import { fakeClient } from '../../test/fake-client.ts';
import { fakeDefinitions } from '../../test/fake-definitions.ts';
import { createFormat } from '../format/create-format.ts';
import { requestOf, wholeView } from '../source/view.ts';
import { funnelData, funnelQuestion } from './funnel.data.ts';

const format = createFormat({ locale: 'en', timeZone: 'UTC' });
const question = funnelQuestion(fakeDefinitions);
const { rows } = await fakeClient().report(requestOf(question, wholeView));

test('all conversions are asked over one cohort, the leads by capture', () => {
  expect(question.anchor).toBe('captured');
  expect(question.metrics).toContain('lead_to_win_rate');
  expect(new Set(question.metrics).size).toBe(question.metrics.length);
});

test('each stage has its count, its conversions and what was lost before it', () => {
  const { stages } = funnelData(rows, fakeDefinitions, format);
  expect(stages.map(({ label }) => label)).toEqual([
    'Captured',
    'MQL',
    'Handed off',
    'SAL',
    'SQL',
    'Opportunity',
    'Won',
  ]);
  expect(stages[0]).toMatchObject({ step: null, whole: null, lost: null });
  const [won, before] = [stages[6], stages[5]];
  expect(won?.count.value).toBe(842);
  expect(won?.whole?.value).toBeCloseTo(0.10525, 10);
  expect(won?.step?.value).toBeCloseTo(842 / (before?.count.value ?? Number.NaN), 10);
  expect(won?.lost).toBe((before?.count.value ?? 0) - 842);
});

test('the title states the finding', () => {
  expect(funnelData(rows, fakeDefinitions, format).title).toBe(
    '10.5\u00a0% of 8,000 leads were won so far; most of the others have not become an MQL',
  );
});

test('a mature funnel is not called "so far", and an even loss is not called "most"', () => {
  const even: ReportRow[] = rows.map((row) => ({ ...row, mature: row.mature === null ? null : true }));
  const counts = [80, 70, 60, 50, 40, 30, 20];
  const ids = funnelData(rows, fakeDefinitions, format).stages.map(({ count }) => count.metric);
  const made = even.map((row) =>
    ids.includes(row.metric) ? { ...row, value: counts[ids.indexOf(row.metric)] ?? 0 } : row,
  );
  expect(funnelData(made, fakeDefinitions, format).title).toBe(
    '10.5\u00a0% of 80 leads were won; the largest part of the others has not become an MQL',
  );
});

test('stages that the service does not know are left out, and nothing lost is not a loss', () => {
  const known = rows.filter(({ metric }) => ['captured', 'won', 'lead_to_win_rate'].includes(metric));
  const funnel = funnelData(known, fakeDefinitions, format);
  expect(funnel.stages.map(({ stage }) => stage)).toEqual(['captured', 'won']);
  expect(funnel.title).toBe('10.5\u00a0% of 8,000 leads were won so far');
});

test('implied stages and young cohorts are told, so that their marks are explained', () => {
  const funnel = funnelData(rows, fakeDefinitions, format);
  expect(funnel.hasImplied).toBe(true);
  expect(funnel.hasYoung).toBe(true);
});
