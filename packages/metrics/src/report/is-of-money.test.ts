import { describe, expect, it } from 'vitest';
import { metricDefinition, metricDefinitions } from '../metrics/registry.ts';
import { isOfMoney } from './is-of-money.ts';

describe('isOfMoney', () => {
  it.each([
    ['bookings', true],
    ['open_pipeline', true],
    ['average_deal', true],
    ['win_rate_by_amount', true],
    ['pipeline_coverage', true],
    ['return_on_spend', true],
    ['captured', false],
    ['open_opportunities', false],
    ['win_rate', false],
    ['days_to_won_median', false],
  ])('of %s is %s', (id, expected) => {
    const metric = metricDefinition(id);
    expect(metric === undefined ? null : isOfMoney(metric, metricDefinitions)).toBe(expected);
  });
});
