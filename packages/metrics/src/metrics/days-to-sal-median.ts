import { defineMetric } from './define-metric.ts';

/** Median of the elapsed days from capture to SAL; impossible orders are excluded, implied stages left out. */
export const daysToSalMedian = defineMetric({
  id: 'days_to_sal_median',
  label: 'Days to SAL, median',
  unit: 'days',
  direction: 'down',
  owner: 'sales',
  anchor: 'captured',
  measure: { kind: 'duration', from: 'captured', to: 'sal', p: 0.5 },
  formula:
    'The median of the days of 24 hours from capture until the leads were accepted by sales. Half took no longer.',
  numerator: null,
  denominator: 'captured leads that were accepted by sales, with both events in order',
  clause: 'terms.sal',
});
