import { metricIds } from '@sameteam/model';
import { describe, expect, it } from 'vitest';
import { lintCase, lintPlaces } from '../../test/lint-case.ts';
import { goalWithoutMetric } from './goal-without-metric.ts';

const options = { metrics: metricIds };

describe('goal-without-metric', () => {
  it('finds each place that rests on a metric that there is not', () => {
    const patch = {
      goals: [{ metric: 'bokings', per: 'quarter', target: 1, teams: ['marketing', 'sales'] }],
      plan: { qualifed: { '2026-10': 1 } },
      sla: { acceptance: { metric: 'acceptence_rate' }, volume: { count: { hot: 80, qualified: null, mqls: 3 } } },
      compensation: { sales: [{ metric: 'wons', share: 0.5 }] },
      index: { parts: [{ metric: 'harmony', weight: 1 }] },
    };
    expect([...lintPlaces(goalWithoutMetric, patch, options)].sort()).toEqual([
      '/compensation/sales/0/metric',
      '/goals/0/metric',
      '/index/parts/0/metric',
      '/plan/qualifed',
      '/sla/acceptance/metric',
      '/sla/volume/count/mqls',
    ]);
  });

  it('names the nearest one', () => {
    const patch = { goals: [{ metric: 'bokings', per: 'quarter', target: 1, teams: ['sales'] }] };
    expect(lintCase(goalWithoutMetric, patch, options)[0]?.remedy).toBe('Did you mean "bookings"?');
  });

  it('knows the metrics that the agreement declares', () => {
    const metrics = { our_bookings: { of: 'bookings', where: { segment: 'partner' } } };
    const goals = [{ metric: 'our_bookings', per: 'quarter', target: 1, teams: ['sales'] }];
    expect(lintPlaces(goalWithoutMetric, { metrics, goals }, options)).toEqual([]);
    const wrong = [{ ...goals[0], metric: 'our_boking' }];
    expect(lintCase(goalWithoutMetric, { metrics, goals: wrong }, options)[0]?.remedy).toBe(
      'Did you mean "our_bookings"?',
    );
  });

  it('tells a metric of a segment at its override', () => {
    const overrides = { partner: { sla: { acceptance: { metric: 'nothing' } } } };
    expect(lintPlaces(goalWithoutMetric, { overrides }, options)).toEqual(['/overrides/partner/sla/acceptance/metric']);
  });

  it('looks for nothing where metrics are not known', () => {
    expect(lintPlaces(goalWithoutMetric, { index: { parts: [{ metric: 'harmony', weight: 1 }] } })).toEqual([]);
  });
});
