import { defineMetric } from './define-metric.ts';

/** Median of the elapsed days from capture to opportunity; impossible orders are excluded, implied stages left out. */
export const daysToOpportunityMedian = defineMetric({
  id: 'days_to_opportunity_median',
  label: 'Days to opportunity, median',
  unit: 'days',
  direction: 'down',
  owner: 'sales',
  anchor: 'captured',
  measure: { kind: 'duration', from: 'captured', to: 'opportunity', p: 0.5 },
  formula: 'The median of the days of 24 hours from capture until the leads got an opportunity. Half took no longer.',
  numerator: null,
  denominator: 'captured leads that got an opportunity, with both events in order',
  clause: 'terms.opportunity',
});
