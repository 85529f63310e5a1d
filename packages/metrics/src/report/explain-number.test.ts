import { defaultAgreement } from '@sameteam/agreement';
import { describe, expect, it } from 'vitest';
import { metricDefinition, metricDefinitions } from '../metrics/registry.ts';
import { parsePlan } from '../plan/parse-plan.ts';
import type { ReportRow } from '../report-row.ts';
import { explainNumber } from './explain-number.ts';
import { noFigures } from './figures.ts';

const row: Omit<ReportRow, 'metric' | 'unit' | 'anchor'> = {
  ...noFigures,
  dimensions: {},
  folded: null,
  restated: 0,
  unrecorded: [],
  binding: null,
  currency: null,
  clause: null,
  asOf: '2026-10-01T12:00:00.000Z',
};

function explained(id: string, figures: Partial<ReportRow>, request: object = {}) {
  const metric = metricDefinition(id);
  if (metric === undefined) throw new Error(`There is no metric ${id}.`);
  const plan = parsePlan({ metrics: [id], ...request }, { zone: 'UTC', nowMs: Date.UTC(2026, 9, 1, 12) });
  const number = { ...row, metric: id, unit: metric.unit, anchor: metric.anchor, ...figures };
  return explainNumber(number, { metric, plan, agreement: defaultAgreement });
}

describe('explainNumber', () => {
  it('tells a share: how much, of whom, when, how sure, by which clause', () => {
    const { sentences } = explained(
      'mql_to_sal_rate',
      { value: 0.6, numerator: 1130, denominator: 1880, low: 0.53, high: 0.66, mature: false, projected: 0.615 },
      { from: '2026-07-01', to: '2026-09-30', filters: [{ dimension: 'owner', in: ['kim', null] }] },
    );
    expect(sentences).toEqual([
      'MQL to SAL: 60.0 %.',
      'That is 1,130 MQLs that were accepted by sales, of 1,880 MQLs.',
      'Of the MQLs, the share that were accepted by sales.',
      'From 2026-07-01 to 2026-09-30, by the date of becoming an MQL.',
      'Only where owner is "kim" or missing.',
      'By chance alone it may be off: its 95 % interval is 53.0 to 66.0 %.',
      'Not all of it has had the 90 days of windows.default: what is to come is still missing.',
      'When all of these very leads have had that time, they are expected to stand at 61.5 %, by the pace of earlier ones. What comes later still is added.',
      expect.stringMatching(/^By clause windows\.default of Default agreement .*: Where nothing else is said, /),
    ]);
  });

  it('tells a cost in money over what it was spent for', () => {
    const { sentences } = explained('cost_per_lead', {
      value: 4_076,
      numerator: 1_785_400,
      denominator: 438,
      currency: 'EUR',
    });
    expect(sentences.slice(0, 2)).toEqual([
      'Cost per lead: €40.76.',
      'That is €17,854 (spend) over 438 (leads that were captured).',
    ]);
  });

  it('tells a level of its moment', () => {
    const moment = (id: string, request: object) => explained(id, { value: 1, currency: 'EUR' }, request).sentences;
    expect(moment('open_pipeline', { to: '2026-09-30' })).toContain('As it stood at the end of 2026-09-30.');
    expect(moment('open_pipeline', {})).toContain('As it stood at as-of.');
    expect(moment('opening_pipeline', { from: '2026-07-01' })).toContain('As it stood at the beginning of 2026-07-01.');
  });

  it('tells nothing from zero', () => {
    expect(explained('win_rate', { value: null, numerator: 0, denominator: 0 }).sentences[0]).toBe(
      'Win rate has no value: there is nothing to divide. That is not zero.',
    );
  });

  it('says how to get a number of what stood at the beginning, where no period is named', () => {
    const said = (request: object) =>
      explained('net_retention', { value: null, numerator: 0, denominator: 0 }, request).sentences[0];
    expect(said({})).toBe(
      'Net retention has no value: there is nothing to divide by, as nothing stood at the beginning of all time: name a period, from which day to which. That is not zero.',
    );
    expect(said({ from: '2026-07-01' })).toBe(
      'Net retention has no value: there is nothing to divide by. That is not zero.',
    );
  });

  it('says whether it may stand in a bonus, unless nothing is counted', () => {
    const said = (binding: boolean | null) =>
      explained('won', { value: 3, numerator: 3, binding }).sentences.filter((sentence) => /binding/.test(sentence));
    expect(said(true)).toEqual(['It is binding: all of it is judged by a version of the agreement that bound then.']);
    expect(said(false)).toEqual([expect.stringMatching(/^It is not binding: .* It belongs in no bonus\.$/)]);
    expect(said(null)).toEqual([]);
  });

  it('counts what was left out, implied and restated', () => {
    const { sentences } = explained('won', { value: 3, numerator: 3, excluded: 1, implied: 2, restated: 1200 });
    expect(sentences.join(' ')).toMatch(/1 was left out: .* In 2 a stage was skipped .* 1,200 events of before as-of/);
  });

  it('has words for every metric', () => {
    for (const { id, unit } of metricDefinitions) {
      const currency = unit === 'money' ? 'EUR' : null;
      const { sentences } = explained(id, { value: 0.5, numerator: 1, denominator: 2, currency });
      expect(sentences.length, id).toBeGreaterThan(2);
      expect(sentences.join(' '), id).not.toMatch(/undefined|null|NaN|XXX|_at_/);
    }
  });
});
