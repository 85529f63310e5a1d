import { defineMetric } from './define-metric.ts';

/** 90th percentile of the elapsed days from capture to won; impossible orders are excluded, implied stages left out. */
export const daysToWonP90 = defineMetric({
  id: 'days_to_won_p90',
  label: 'Days to won, 90th percentile',
  unit: 'days',
  direction: 'down',
  owner: 'both',
  anchor: 'captured',
  measure: { kind: 'duration', from: 'captured', to: 'won', p: 0.9 },
  formula:
    'The 90th percentile of the days of 24 hours from capture until the leads were won. Nine of ten took no longer.',
  numerator: null,
  denominator: 'captured leads that were won, with both events in order',
  clause: 'terms.customer',
});
