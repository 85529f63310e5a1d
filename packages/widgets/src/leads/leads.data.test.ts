import type { LeadRow, ReportRow } from '@sameteam/api/client';
import { expect, test } from 'vitest';
import { fakeClient } from '../../test/fake-client.ts';
import { fakeDefinitions } from '../../test/fake-definitions.ts';
import { fakeLeads } from '../../test/fake-leads.ts';
import { wordsOf } from '../base/words.ts';
import { createFormat } from '../format/create-format.ts';
import { cellOf, explainRequest, leadLine, leadParts, numberContext } from './leads.data.ts';

const words = wordsOf(fakeDefinitions);
const { rows } = await fakeClient().report({
  metrics: ['lead_to_win_rate', 'won', 'days_to_won_median', 'won_within_90_days'],
});
const parts = (metric: string) => {
  const row = rows.find((candidate) => candidate.metric === metric) as ReportRow;
  return leadParts(row, words.metric(metric)).map(({ part, count }) => [part, count]);
};

test('a rate has those above and those below the line', () => {
  expect(parts('lead_to_win_rate')).toEqual([
    ['numerator', 842],
    ['denominator', 8000],
  ]);
});

test('a count has one group, a duration those it measures and those it left out', () => {
  expect(parts('won')).toEqual([['numerator', 842]]);
  expect(parts('days_to_won_median')).toEqual([
    ['numerator', 841],
    ['excluded', 1],
  ]);
  expect(parts('won_within_90_days').map(([part]) => part)).toEqual(['numerator', 'denominator', 'excluded']);
});

test('the context names the row, the filters and the period, with the missing value as such', () => {
  const row = { ...(rows[0] as ReportRow), dimensions: { 'source.channel': null } };
  const request = { metrics: ['won'], filters: [{ dimension: 'owner', in: ['rep/ana'] }], from: '2018-01-01' };
  expect(numberContext({ row, request }, words, createFormat({ locale: 'en', timeZone: 'UTC' }))).toEqual([
    'Channel: (no value)',
    'Owner: rep/ana',
    'Period: from Jan 1, 2018',
  ]);
});

test('a number of folded values is named, and found, by what it folds', () => {
  const row = {
    ...(rows[0] as ReportRow),
    dimensions: { 'source.channel': '(other)' },
    folded: { 'source.channel': 4900 },
  };
  const request = { metrics: ['won', 'captured'], by: ['source.channel'], top: 5, asOf: row.asOf };
  expect(numberContext({ row, request }, words, createFormat({ locale: 'en', timeZone: 'UTC' }))).toEqual([
    'Channel: other (4,900 values)',
  ]);
  const cell = { metric: row.metric, dimensions: row.dimensions, folded: ['source.channel'] };
  expect(cellOf(row, 'excluded')).toEqual({ ...cell, part: 'excluded' });
  expect(explainRequest({ row, request })).toEqual({
    ...cell,
    report: { by: ['source.channel'], top: 5, asOf: row.asOf },
  });
  expect(cellOf({ ...row, folded: null }, 'numerator').folded).toBeUndefined();
});

test('a lead says how far it came', () => {
  const won = fakeLeads().find((lead) => lead.stages.won) as LeadRow;
  expect(leadLine(won)).toMatchObject({ stage: 'Won', reached: won.stages.won, captured: won.stages.captured });
  expect(leadLine({ ...won, stages: { captured: '2018-01-01T00:00:00Z', mql: null } })).toMatchObject({
    stage: 'Captured',
    reached: null,
  });
  expect(leadLine({ ...won, stages: {} }).stage).toBe('None');
});
