import { defineMetric } from './define-metric.ts';

/** 90th percentile of the elapsed days from capture to handed off; impossible orders are excluded, implied stages left out. */
export const daysToHandedOffP90 = defineMetric({
  id: 'days_to_handed_off_p90',
  label: 'Days to handed off, 90th percentile',
  unit: 'days',
  direction: 'down',
  owner: 'marketing',
  anchor: 'captured',
  measure: { kind: 'duration', from: 'captured', to: 'handed_off', p: 0.9 },
  formula:
    'The 90th percentile of the days of 24 hours from capture until the leads were handed off. Nine of ten took no longer.',
  numerator: null,
  denominator: 'captured leads that were handed off, with both events in order',
  clause: 'handOffs',
});
