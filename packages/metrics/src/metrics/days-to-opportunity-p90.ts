import { defineMetric } from './define-metric.ts';

/** 90th percentile of the elapsed days from capture to opportunity; impossible orders are excluded, implied stages left out. */
export const daysToOpportunityP90 = defineMetric({
  id: 'days_to_opportunity_p90',
  label: 'Days to opportunity, 90th percentile',
  unit: 'days',
  direction: 'down',
  owner: 'sales',
  anchor: 'captured',
  measure: { kind: 'duration', from: 'captured', to: 'opportunity', p: 0.9 },
  formula:
    'The 90th percentile of the days of 24 hours from capture until the leads got an opportunity. Nine of ten took no longer.',
  numerator: null,
  denominator: 'captured leads that got an opportunity, with both events in order',
  clause: 'terms.opportunity',
});
