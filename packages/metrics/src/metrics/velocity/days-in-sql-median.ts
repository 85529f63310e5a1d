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
  formula:
    'The median of the days from the qualification by sales to the opportunity: the time in the stage. Half took no longer.',
  numerator: null,
  denominator: 'leads that went from the one to the other, each by an event of its own',
  clause: 'windows.sql_to_opportunity',
});
