import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agreementWith } from '../../test/support/agreements.ts';
import { metricDefinition, metricDefinitions } from '../metrics/registry.ts';
import { bucketLabel, bucketStart, dayNumber } from '../plan/calendar.ts';
import { parsePlan } from '../plan/parse-plan.ts';
import type { Cell, Grain } from '../plan/plan.ts';
import { everyRow } from './row-tests.ts';
import { leadQueries } from './subject-queries.ts';

const agreement = agreementWith();
const find = (id: string) => {
  const metric = metricDefinition(id);
  if (metric === undefined) throw new Error(`There is no metric ${id}.`);
  return metric;
};

/** The queries behind a cell of a report of one metric. */
function queriesOf(
  metric: string,
  {
    dimensions = {},
    part = 'numerator',
    judged = agreement,
    ...request
  }: Partial<Pick<Cell, 'dimensions' | 'part'>> & {
    readonly judged?: typeof agreement;
    readonly from?: string;
    readonly to?: string;
  },
) {
  const plan = parsePlan(
    { metrics: [metric], by: Object.keys(dimensions), ...request },
    { zone: 'UTC', nowMs: 0, metrics: metricDefinitions },
  );
  return leadQueries(plan, { metric, dimensions, part }, find, judged);
}

const has = (stage: string) => ({ kind: 'has', column: `at_${stage}`, is: true });

describe('leadQueries', () => {
  it('asks for the rows of one group that satisfy the part', () => {
    const dimensions = { 'source.channel': null, month: '2026-02', owner: 'sue' };
    const [query, ...more] = queriesOf('mql_to_sal_rate', { dimensions });
    expect(more).toEqual([]);
    expect(query).toMatchObject({
      grain: 'leads',
      anchor: 'at_mql',
      dimensions: ['channel', 'owner_at_mql'],
      address: { dimensions: [null, 'sue'], bucket: dayNumber('2026-02-01') },
      excludedByAgreement: false,
      column: 'lead',
      rows: [[has('mql'), has('sal')]],
    });
    expect(queriesOf('mql_to_sal_rate', { dimensions, part: 'denominator' })[0]?.rows).toEqual([[has('mql')]]);
  });

  it('asks twice for what was left out: impossible orders, and what the agreement takes out', () => {
    const queries = queriesOf('mql_to_sal_rate', { part: 'excluded' });
    expect(queries.map(({ excludedByAgreement, rows }) => [excludedByAgreement, rows])).toEqual([
      [false, []],
      [true, everyRow],
    ]);
  });

  it('asks for what each part of a number is made of', () => {
    const rows = (metric: string, part: Cell['part']) =>
      queriesOf(metric, { part }).map(({ grain, anchor }) => `${grain} ${anchor}`);
    expect(rows('cost_per_mql', 'denominator')).toEqual(['leads at_captured']);
    expect(rows('pipeline_changed', 'numerator')).toEqual(['spans at_began', 'spans at_left']);
    expect(rows('cost_per_mql', 'excluded')).toEqual(['leads at_captured', 'leads at_captured']);
    expect(() => queriesOf('qualified_target', {})).toThrow(
      expect.objectContaining({ code: 'no-leads-behind' }) as Error,
    );
    // Nobody is behind money that was spent.
    expect(() => queriesOf('spend', {})).toThrow(expect.objectContaining({ code: 'no-leads-behind' }) as Error);
  });

  it('asks of a level for what stood at the end of the period, however long ago it began', () => {
    const open = [{ kind: 'has', column: 'at_left', is: false }];
    const [all] = queriesOf('open_pipeline', {});
    expect(all).toMatchObject({ firstDay: null, lastDay: null, calendar: null });
    expect(all?.rows.every((atoms) => atoms.some((atom) => JSON.stringify(atom) === JSON.stringify(open[0])))).toBe(
      true,
    );
    const [march] = queriesOf('open_pipeline', {
      dimensions: { month: '2026-03' },
      from: '2026-02-10',
      to: '2026-03-20',
    });
    expect(march).toMatchObject({
      firstDay: null,
      lastDay: dayNumber('2026-03-20'),
      calendar: null,
      address: { bucket: null },
    });
    const later = { kind: 'atLeast', column: 'at_left', value: Date.parse('2026-03-21'), is: true };
    expect(JSON.stringify(march?.rows)).toContain(JSON.stringify(later));
    const [opening] = queriesOf('opening_pipeline', {
      dimensions: { month: '2026-03' },
      from: '2026-02-10',
      to: '2026-03-20',
    });
    expect(opening).toMatchObject({ firstDay: null, lastDay: dayNumber('2026-02-28') });
    const [cut] = queriesOf('opening_pipeline', {
      dimensions: { month: '2026-02' },
      from: '2026-02-10',
      to: '2026-03-20',
    });
    expect(cut).toMatchObject({ lastDay: dayNumber('2026-02-09') });
  });

  it('finds the bucket of every label that a report can show', () => {
    const starts = fc.integer({ min: 1, max: 12 }).map((month) => `${String(month).padStart(2, '0')}-01`);
    const grains = fc.constantFrom<Grain>('day', 'week', 'month', 'quarter', 'year');
    fc.assert(
      fc.property(fc.integer({ min: -300, max: 40_000 }), grains, starts, (day, grain, start) => {
        const judged = agreementWith({ fiscalYear: { starts: start, week: 'wed' } });
        const rules = { fiscalStartMonth: Number(start.slice(0, 2)), weekStart: 3 };
        const bucket = bucketStart(day, grain, rules);
        const dimensions = { [grain]: bucketLabel(bucket, grain, rules) };
        expect(queriesOf('mql_to_sal_rate', { dimensions, judged })[0]?.address?.bucket).toBe(bucket);
      }),
      { numRuns: 60, endOnFailure: true },
    );
  });

  it.each([
    ['week', '2026-01-06'],
    ['month', '2026-13'],
    ['month', '2026'],
    ['quarter', '2026-Q5'],
    ['year', 'FY2026'],
    ['day', 'today'],
  ])('refuses a label that is no %s: %s', (grain, label) => {
    expect(() => queriesOf('mql_to_sal_rate', { dimensions: { [grain]: label } })).toThrow(
      `The cell does not belong to the report: "${label}" is no ${grain}. Take its metric and dimensions from a row.`,
    );
  });

  it('refuses a cell of another metric, and one that does not say where it stands', () => {
    const plan = parsePlan({ metrics: ['won'], by: ['owner'] }, { zone: 'UTC', nowMs: 0, metrics: metricDefinitions });
    const cell: Cell = { metric: 'won', dimensions: { owner: 'sue' }, part: 'numerator' };
    expect(() => leadQueries(plan, { ...cell, metric: 'captured' }, find, agreement)).toThrow('metric "captured"');
    expect(() => leadQueries(plan, { ...cell, dimensions: {} }, find, agreement)).toThrow(
      'no value is given for owner',
    );
  });
});
