import { defineMetric } from './define-metric.ts';

/** Median of the elapsed days from capture to MQL; impossible orders are excluded, implied stages left out. */
export const daysToMqlMedian = defineMetric({
  id: 'days_to_mql_median',
  label: 'Days to MQL, median',
  unit: 'days',
  direction: 'down',
  owner: 'marketing',
  anchor: 'captured',
  measure: { kind: 'duration', from: 'captured', to: 'mql', p: 0.5 },
  formula: 'The median of the days of 24 hours from capture until the leads became an MQL. Half took no longer.',
  numerator: null,
  denominator: 'captured leads that became an MQL, with both events in order',
  clause: 'qualified',
});
