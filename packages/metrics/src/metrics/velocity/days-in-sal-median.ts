import { defineMetric } from '../define-metric.ts';

/** The median time in stage sal, over the leads that left it for the next; skipped stages are left out (rule 19). */
export const daysInSalMedian = defineMetric({
  id: 'days_in_sal_median',
  label: 'Days as SAL, median',
  unit: 'days',
  direction: 'down',
  owner: 'both',
  anchor: 'sal',
  measure: { kind: 'duration', from: 'sal', to: 'sql', p: 0.5 },
  formula:
    'The median of the days from the acceptance by sales to the qualification by sales: the time in the stage. Half took no longer.',
  numerator: null,
  denominator: 'leads that went from the one to the other, each by an event of its own',
  clause: 'windows.sal_to_sql',
});
