import { defineMetric } from './define-metric.ts';

/** 90th percentile of the elapsed days from capture to SAL; impossible orders are excluded, implied stages left out. */
export const daysToSalP90 = defineMetric({
  id: 'days_to_sal_p90',
  label: 'Days to SAL, 90th percentile',
  unit: 'days',
  direction: 'down',
  owner: 'sales',
  anchor: 'captured',
  measure: { kind: 'duration', from: 'captured', to: 'sal', p: 0.9 },
  formula:
    'The 90th percentile of the days of 24 hours from capture until the leads were accepted by sales. Nine of ten took no longer.',
  numerator: null,
  denominator: 'captured leads that were accepted by sales, with both events in order',
  clause: 'terms.sal',
});
