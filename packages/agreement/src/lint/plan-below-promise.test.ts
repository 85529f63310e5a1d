import { describe, expect, it } from 'vitest';
import { lintCase, lintPlaces } from '../../test/lint-case.ts';
import { planBelowPromise } from './plan-below-promise.ts';

describe('plan-below-promise', () => {
  it('finds a month with less than is promised for each', () => {
    const [issue] = lintCase(planBelowPromise, { plan: { qualified: { '2026-12': 380 } } });
    expect(issue?.pointer).toBe('/plan/qualified/2026-12');
    expect(issue?.message).toContain('is 380, but the SLA "volume" promises 400 in every month');
  });

  it('compares the same periods, and readiness as well as metrics', () => {
    const places = (period: string, per: string) =>
      lintPlaces(planBelowPromise, { plan: { qualified: { [period]: 380 } }, sla: { volume: { per } } });
    expect(places('2026-Q4', 'quarter')).toHaveLength(1);
    expect(places('2026', 'year')).toHaveLength(1);
    expect(places('2026-Q4', 'month')).toEqual([]);
    expect(places('2026-12', 'week')).toEqual([]);
    expect(lintPlaces(planBelowPromise, { plan: { hot: { '2026-12': 79 } } })).toEqual(['/plan/hot/2026-12']);
  });

  it('leaves a promise alone that is about some leads only', () => {
    const sla = { volume: { applies: { segment: 'partner' } } };
    expect(lintPlaces(planBelowPromise, { plan: { qualified: { '2026-12': 380 } }, sla })).toEqual([]);
  });
});
