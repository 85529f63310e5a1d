import { defineMetric } from '../define-metric.ts';

/** The median time in stage handed_off, over the leads that left it for the next; skipped stages are left out (rule 19). */
export const daysInHandedOffMedian = defineMetric({
  id: 'days_in_handed_off_median',
  label: 'Days as handed off, median',
  unit: 'days',
  direction: 'down',
  owner: 'both',
  anchor: 'handed_off',
  measure: { kind: 'duration', from: 'handed_off', to: 'sal', p: 0.5 },
  formula:
    'The median of the days from the hand-off to the acceptance by sales: the time in the stage. Half took no longer.',
  numerator: null,
  denominator: 'leads that went from the one to the other, each by an event of its own',
  clause: 'windows.handed_off_to_sal',
});
