import { describe, expect, it } from 'vitest';
import { agreementWith } from '../../test/support/agreements.ts';
import { metricIds } from '../metrics/registry.ts';
import { dayNumber } from './calendar.ts';
import { calendarRules, compilePlan } from './compile-plan.ts';
import { parsePlan } from './parse-plan.ts';

const agreement = agreementWith();
const compile = (request: object) =>
  compilePlan(parsePlan({ metrics: ['captured'], ...request }, { zone: 'UTC', nowMs: 0 }), agreement);

describe('compilePlan', () => {
  it('makes one query for each grain and anchor', () => {
    const anchors = compile({ metrics: metricIds }).map(({ query }) => `${query.grain} ${query.anchor}`);
    expect(new Set(anchors).size).toBe(anchors.length);
    expect(anchors).toEqual(expect.arrayContaining(['leads captured', 'leads mql', 'leads won', 'opportunities won']));
  });

  it('computes an aggregate that several metrics share once', () => {
    const [compiled] = compile({ metrics: ['won', 'lead_to_win_rate', 'captured_to_mql_rate'] });
    const [won, winRate, mqlRate] = compiled?.metrics.map(({ at }) => at) ?? [];
    expect(mqlRate?.[1]).toBe(winRate?.[1]);
    expect(mqlRate?.[4]).toBe(winRate?.[4]);
    expect(won?.[0]).toBe(won?.[1]);
    expect(compiled?.query.aggregates).toHaveLength(new Set([won, winRate, mqlRate].flat()).size);
  });

  it('does not ask of rows what is true of all of them, so that a rate shares the counts of its stages', () => {
    const [compiled] = compile({ metrics: ['captured', 'won', 'lead_to_win_rate'] });
    const [captured, won, rate] = compiled?.metrics.map(({ at }) => at) ?? [];
    expect([rate?.[0], rate?.[1]]).toEqual([won?.[0], captured?.[0]]);
    expect(compiled?.query.aggregates[captured?.[0] as number]).toEqual({ kind: 'count', where: [[]] });
  });

  it('turns days into numbers and filters into columns at the anchor', () => {
    const filters = [{ dimension: 'owner', notIn: ['sue', null] }];
    const [compiled] = compile({
      from: '2026-01-31',
      to: '2026-02-01',
      filters,
      anchor: 'mql',
      by: ['month', 'segment'],
    });
    expect(compiled?.query).toMatchObject({
      grain: 'leads',
      anchor: 'mql',
      firstDay: dayNumber('2026-01-31'),
      lastDay: dayNumber('2026-01-31') + 1,
      filters: [{ column: { kind: 'last', name: 'owner', at: 'mql' }, values: ['sue', null], negate: true }],
      dimensions: [{ kind: 'segment' }],
      calendar: { grain: 'month' },
    });
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
