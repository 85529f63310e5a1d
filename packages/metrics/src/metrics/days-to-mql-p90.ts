import { defineMetric } from './define-metric.ts';

/** 90th percentile of the elapsed days from capture to MQL; impossible orders are excluded, implied stages left out. */
export const daysToMqlP90 = defineMetric({
  id: 'days_to_mql_p90',
  label: 'Days to MQL, 90th percentile',
  unit: 'days',
  direction: 'down',
  owner: 'marketing',
  anchor: 'captured',
  measure: { kind: 'duration', from: 'captured', to: 'mql', p: 0.9 },
  formula:
    'The 90th percentile of the days of 24 hours from capture until the leads became an MQL. Nine of ten took no longer.',
  numerator: null,
  denominator: 'captured leads that became an MQL, with both events in order',
  clause: 'qualified',
});
