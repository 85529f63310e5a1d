import { defineMetric } from '../define-metric.ts';

/** The median time in stage mql, over the leads that left it for the next; skipped stages are left out (rule 19). */
export const daysInMqlMedian = defineMetric({
  id: 'days_in_mql_median',
  label: 'Days as MQL, median',
  unit: 'days',
  direction: 'down',
  owner: 'both',
  anchor: 'mql',
  measure: { kind: 'duration', from: 'mql', to: 'handed_off', p: 0.5 },
  formula: 'The median of the days from becoming an MQL to the hand-off: the time in the stage. Half took no longer.',
  numerator: null,
  denominator: 'leads that went from the one to the other, each by an event of its own',
  clause: 'windows.mql_to_handed_off',
});
