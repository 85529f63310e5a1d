import { defineMetric } from './define-metric.ts';

/** 90th percentile of the elapsed days from capture to SQL; impossible orders are excluded, implied stages left out. */
export const daysToSqlP90 = defineMetric({
  id: 'days_to_sql_p90',
  label: 'Days to SQL, 90th percentile',
  unit: 'days',
  direction: 'down',
  owner: 'sales',
  anchor: 'captured',
  measure: { kind: 'duration', from: 'captured', to: 'sql', p: 0.9 },
  formula:
    'The 90th percentile of the days of 24 hours from capture until the leads were qualified by sales. Nine of ten took no longer.',
  numerator: null,
  denominator: 'captured leads that were qualified by sales, with both events in order',
  clause: 'terms.sql',
});
