import { describe, expect, it } from 'vitest';
import { agreementWith } from '../../test/support/agreements.ts';
import { metricDefinition } from '../metrics/registry.ts';
import { metricClause } from './metric-clause.ts';

const agreement = agreementWith({
  windows: { default: '60d', lead_to_win: '180d' },
  goals: [{ id: 'more', metric: 'won', target: 10, per: 'quarter', teams: ['sales'] }],
});
const find = (id: string) => {
  const metric = metricDefinition(id);
  if (metric === undefined) throw new Error(`There is no metric ${id}.`);
  return metric;
};
const clauseOf = (id: string) => metricClause(find(id), agreement);

describe('metricClause', () => {
  it('is the window of a rate or a duration, of its own or the one for all', () => {
    expect(clauseOf('lead_to_win_rate')).toBe('windows.lead_to_win');
    expect(clauseOf('days_to_won_median')).toBe('windows.lead_to_win');
    expect(clauseOf('mql_to_sal_rate')).toBe('windows.default');
  });

  it('is what the metric names, for what has no window', () => {
    expect(clauseOf('won')).toBe('terms.customer');
    expect(clauseOf('won_within_90_days')).toBe('terms.customer');
  });

  it('is the goal of a target, and none where nothing is wanted', () => {
    expect(clauseOf('won_target')).toBe('goals.more');
    expect(clauseOf('bookings_target')).toBeNull();
  });

  it('is none where the agreement says nothing of it', () => {
    expect(metricClause({ ...find('won'), clause: 'terms.hero' }, agreement)).toBeNull();
  });
});
