import { defineMetric } from './define-metric.ts';

/** Median of the elapsed days from capture to won; impossible orders are excluded, implied stages left out. */
export const daysToWonMedian = defineMetric({
  id: 'days_to_won_median',
  label: 'Days to won, median',
  unit: 'days',
  direction: 'down',
  owner: 'both',
  anchor: 'captured',
  measure: { kind: 'duration', from: 'captured', to: 'won', p: 0.5 },
  formula: 'The median of the days of 24 hours from capture until the leads were won. Half took no longer.',
  numerator: null,
  denominator: 'captured leads that were won, with both events in order',
  clause: 'terms.customer',
});
