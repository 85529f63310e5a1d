import { defineMetric } from './define-metric.ts';

/** Median of the elapsed days from capture to handed off; impossible orders are excluded, implied stages left out. */
export const daysToHandedOffMedian = defineMetric({
  id: 'days_to_handed_off_median',
  label: 'Days to handed off, median',
  unit: 'days',
  direction: 'down',
  owner: 'marketing',
  anchor: 'captured',
  measure: { kind: 'duration', from: 'captured', to: 'handed_off', p: 0.5 },
  formula: 'The median of the days of 24 hours from capture until the leads were handed off. Half took no longer.',
  numerator: null,
  denominator: 'captured leads that were handed off, with both events in order',
  clause: 'handOffs',
});
