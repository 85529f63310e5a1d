import { describe, expect, it } from 'vitest';
import { agreementWith } from '../../test/support/agreements.ts';
import { metricDefinition, metricDefinitions } from '../metrics/registry.ts';
import { dayNumber } from '../plan/calendar.ts';
import { parsePlan } from '../plan/parse-plan.ts';
import { isRowMeasure } from './fact-measure.ts';
import { metricMeasure } from './metric-measure.ts';
import { calendarRules, metricPlace, metricScope, planGrain } from './metric-scope.ts';
import { everyRow } from './row-tests.ts';

const agreement = agreementWith();

function scopeOf(id: string, request: object = {}, judged = agreement) {
  const metric = metricDefinition(id);
  const measure = metric === undefined ? null : metricMeasure(metric);
  if (metric === undefined || measure === null || !isRowMeasure(measure)) throw new Error(`${id} has no rows`);
  const plan = parsePlan({ metrics: [id], ...request }, { zone: 'UTC', nowMs: 0, metrics: metricDefinitions });
  return { scope: metricScope(plan, metric, measure, judged), place: metricPlace(plan, metric, measure) };
}

describe('metricScope', () => {
  it('turns days into numbers and filters into columns at the anchor', () => {
    const filters = [
      { dimension: 'owner', notIn: ['sue', null] },
      { dimension: 'source.channel', in: ['paid'] },
    ];
    const { scope } = scopeOf('captured', {
      from: '2026-01-31',
      to: '2026-02-01',
      filters,
      anchor: 'mql',
      by: ['month', 'segment', 'current.owner'],
    });
    expect(scope).toEqual({
      grain: 'leads',
      anchor: 'at_mql',
      firstDay: dayNumber('2026-01-31'),
      lastDay: dayNumber('2026-01-31') + 1,
      filters: [
        { column: 'owner_at_mql', values: ['sue', null], negate: true },
        { column: 'channel', values: ['paid'], negate: false },
      ],
      where: everyRow,
      dimensions: ['segment', 'owner_at_now'],
      calendar: { grain: 'month', rules: { fiscalStartMonth: 1, weekStart: 1 } },
    });
  });

  it('leaves open what the plan leaves open', () => {
    expect(scopeOf('won').scope).toEqual({
      grain: 'leads',
      anchor: 'at_captured',
      firstDay: null,
      lastDay: null,
      filters: [],
      where: everyRow,
      dimensions: [],
      calendar: null,
    });
  });

  it('looks at the rows of a limited metric only', () => {
    const metric = metricDefinition('won');
    const measure = metric && metricMeasure(metric);
    if (metric === undefined || measure === undefined || !isRowMeasure(measure)) throw new Error('no rows');
    const plan = parsePlan({ metrics: ['won'] }, { zone: 'UTC', nowMs: 0, metrics: metricDefinitions });
    const only = [[{ kind: 'has', column: 'channel', is: true }]] as const;
    expect(metricScope(plan, metric, { ...measure, only }, agreement).where).toBe(only);
  });

  it('keeps to the anchor of a metric where it cannot be anchored as the plan asks', () => {
    expect(scopeOf('won_in_period', { anchor: 'mql' }).place.anchor).toBe('mql');
    expect(scopeOf('mql_to_sal_rate', { anchor: 'captured' }).place.anchor).toBe('captured');
    // The cohort of a rate cannot be placed by a stage after its own.
    expect(() => scopeOf('mql_to_sal_rate', { anchor: 'won' })).toThrow('anchor');
    expect(metricPlace({ anchor: 'won' }, { anchor: 'mql' }, rate).anchor).toBe('mql');
  });

  it('refuses a dimension that the facts do not know, and says which they do', () => {
    expect(() => scopeOf('spend', { by: ['owner'] })).toThrow(
      expect.objectContaining({ code: 'no-such-dimension' }) as Error,
    );
    expect(() => scopeOf('spend', { filters: [{ dimension: 'grade', in: ['A'] }] })).toThrow('source.campaign');
  });
});

const rate = (() => {
  const metric = metricDefinition('mql_to_sal_rate');
  const measure = metric && metricMeasure(metric);
  if (measure === undefined || !isRowMeasure(measure)) throw new Error('no rows');
  return measure;
})();

describe('planGrain', () => {
  it('is the calendar grain among the dimensions of a plan', () => {
    expect(planGrain({ by: ['owner', 'week'] })).toBe('week');
    expect(planGrain({ by: ['owner'] })).toBeNull();
  });
});

describe('calendarRules', () => {
  it('reads the fiscal year and the week of the agreement', () => {
    expect(calendarRules(agreement)).toEqual({ fiscalStartMonth: 1, weekStart: 1 });
    expect(calendarRules(agreementWith({ fiscalYear: { starts: '10-01', week: 'sun' } }))).toEqual({
      fiscalStartMonth: 10,
      weekStart: 7,
    });
  });
});
