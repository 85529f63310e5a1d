import { defineMetric } from './define-metric.ts';

/** Median of the elapsed days from capture to SQL; impossible orders are excluded, implied stages left out. */
export const daysToSqlMedian = defineMetric({
  id: 'days_to_sql_median',
  label: 'Days to SQL, median',
  unit: 'days',
  direction: 'down',
  owner: 'sales',
  anchor: 'captured',
  measure: { kind: 'duration', from: 'captured', to: 'sql', p: 0.5 },
  formula:
    'The median of the days of 24 hours from capture until the leads were qualified by sales. Half took no longer.',
  numerator: null,
  denominator: 'captured leads that were qualified by sales, with both events in order',
  clause: 'terms.sql',
});
