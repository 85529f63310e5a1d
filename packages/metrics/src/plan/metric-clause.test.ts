import { describe, expect, it } from 'vitest';
import { agreementWith } from '../../test/support/agreements.ts';
import { metricDefinition } from '../metrics/registry.ts';
import { metricClause } from './metric-clause.ts';

const agreement = agreementWith({ windows: { default: '60d', lead_to_win: '180d' } });
const clauseOf = (id: string) => {
  const metric = metricDefinition(id);
  if (metric === undefined) throw new Error(`There is no metric ${id}.`);
  return metricClause(metric, agreement);
};

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

  it('is none where the agreement says nothing of it', () => {
    expect(metricClause({ measure: { kind: 'count', stage: 'won' }, clause: 'terms.hero' }, agreement)).toBeNull();
  });
});
