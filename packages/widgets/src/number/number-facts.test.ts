import type { MetricDefinition, MetricExplanation, ReportRow } from '@sameteam/api/client';
import { expect, test } from 'vitest';
import { explanationOf } from '../../test/explanation-of.ts';
import { fakeDefinitions } from '../../test/fake-definitions.ts';
import { createFormat } from '../format/create-format.ts';
import { numberFacts } from './number-facts.ts';

const format = createFormat({ locale: 'en', timeZone: 'UTC' });
const definition = fakeDefinitions.metrics.find(({ id }) => id === 'lead_to_win_rate') as MetricDefinition;
const row: ReportRow = {
  metric: 'lead_to_win_rate',
  unit: 'ratio',
  anchor: 'captured',
  dimensions: {},
  value: 0.10525,
  numerator: 842,
  denominator: 8000,
  excluded: 0,
  implied: 0,
  low: 0.0987,
  high: 0.1122,
  mature: true,
  projected: null,
  projectedLow: null,
  projectedHigh: null,
  folded: null,
  restated: 0,
  unrecorded: [],
  binding: false,
  currency: null,
  clause: 'windows.lead_to_win',
  asOf: '2018-07-15T12:00:00Z',
};
/** What two metrics of a quotient are given in. */
const units: Readonly<Record<string, MetricDefinition['unit']>> = { spend: 'money', captured: 'leads' };
const known = {
  words: { metric: (id: string) => (units[id] === undefined ? undefined : { ...definition, id, unit: units[id] }) },
  currency: 'EUR',
  explanation: null,
};
const facts = (change: Partial<ReportRow>) =>
  Object.fromEntries(
    numberFacts({ ...row, ...change }, { definition, ...known }, format).map(({ term, text }) => [term, text]),
  );

test('a rate says what it is of, how sure it is, and which clause defines it', () => {
  expect(facts({})).toMatchObject({
    Formula: definition.formula,
    'Reckoned from': '842 (leads that reached both captured and won) of 8,000 (leads that reached captured)',
    '95 % interval': '9.9–11.2\u00a0%',
    Maturity: 'Mature. All have had their time.',
    'Left out': 'None',
    Clause: 'windows.lead_to_win',
  });
});

test('a young cohort says what is expected of it', () => {
  expect(facts({ mature: false, projected: 0.12 }).Maturity).toContain(
    'Expected when all have had their time: 12.0\u00a0%.',
  );
});

test('a count has neither interval nor maturity', () => {
  const count = facts({ unit: 'leads', value: 842, denominator: null, low: null, high: null, mature: null });
  expect(Object.keys(count)).toEqual(['Formula', 'Left out', 'Placed in time by', 'Binding', 'Clause', 'As of']);
});

test('implied stages and left out leads are counted', () => {
  expect(facts({ implied: 12, excluded: 1 })).toMatchObject({
    Implied: '12 skipped the stage: they count, since they reached a later one',
    'Left out': '1, for an impossible order of events, a missing amount or an exclusion',
  });
});

test('a quantile is over durations', () => {
  expect(facts({ unit: 'days', numerator: null, denominator: 841 }).Over).toBe('841 (leads that reached captured)');
});

test('a number without a clause of its own has that of its metric', () => {
  expect(facts({ clause: null }).Clause).toBe(definition.clause);
});

test('a projection has its interval', () => {
  const { Maturity } = facts({ mature: false, projected: 0.12, projectedLow: 0.109, projectedHigh: 0.134 });
  expect(Maturity).toContain('Expected when all have had their time: 12.0\u00a0% (95 % interval 10.9–13.4\u00a0%).');
});

test('a quotient is told in what its two metrics are given in', () => {
  const quotient: MetricDefinition = {
    ...definition,
    numerator: 'spend',
    denominator: 'leads that were captured',
    measure: { kind: 'quotient', over: 'spend', under: 'captured' },
  };
  const told = (change: Partial<ReportRow>) =>
    numberFacts({ ...row, ...change }, { ...known, definition: quotient }, format).find(
      ({ term }) => term === 'Reckoned from',
    )?.text;
  expect(told({ unit: 'money', currency: 'EUR', value: 4_076, numerator: 1_785_400, denominator: 438 })).toBe(
    '€17,854 (spend) over 438 (leads that were captured)',
  );
  expect(told({ unit: 'ratio', value: 3.2, numerator: 1_785_400, denominator: 438 })).toBe(
    '€17,854 (spend) over 438 (leads that were captured)',
  );
  expect(told({ unit: 'ratio', value: null, numerator: null, denominator: 0 })).toBe(
    '— (spend) over 0 (leads that were captured)',
  );
});

test('what came in late is counted', () => {
  expect(facts({ restated: 12 }).Restated).toBe('By 12 events of before the time of this number, recorded after it');
});

test('a number says whether it may stand in a bonus, unless nothing is counted', () => {
  expect(facts({ binding: true }).Binding).toMatch(/^Yes: all of it is judged by a version/);
  expect(facts({ binding: false }).Binding).toMatch(/^No: not all of it is judged by a version/);
  expect(facts({ binding: null })).not.toHaveProperty('Binding');
});

test('an explanation says what the clause says, who judges, and why it is young', () => {
  const explained = (standing: MetricExplanation['agreement']['standing']) =>
    Object.fromEntries(
      numberFacts(
        { ...row, mature: false, projected: 0.12 },
        { definition, ...known, explanation: explanationOf({ ...row, mature: false }, definition, standing) },
        format,
      ).map(({ term, text }) => [term, text]),
    );
  expect(explained('binding')).toMatchObject({
    Maturity: 'Young. Not all of it has had the 90 days. Expected when all have had their time: 12.0\u00a0%.',
    Clause: 'windows.lead_to_win',
    'It says': 'A lead has 90 days.',
    'Judged by': 'Olist sellers, version 3',
  });
  expect(explained('draft')['Judged by']).toBe('Olist sellers, version 3, a draft');
});
