import { defineMetric } from '../define-metric.ts';

/** The median time in stage sql, over the leads that left it for the next; skipped stages are left out (rule 19). */
export const daysInSqlMedian = defineMetric({
  id: 'days_in_sql_median',
  label: 'Days as SQL, median',
  unit: 'days',
  direction: 'down',
  owner: 'both',
  anchor: 'sql',
  measure: { kind: 'duration', from: 'sql', to: 'opportunity', p: 0.5 },
  formula: 'The median of the days from sql to opportunity: the time in the stage.',
  numerator: null,
  denominator: 'leads that reached both, each by an event of its own',
  clause: 'windows.sql_to_opportunity',
});
