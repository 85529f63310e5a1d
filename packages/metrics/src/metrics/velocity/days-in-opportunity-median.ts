import { defineMetric } from '../define-metric.ts';

/** The median time in stage opportunity, over the leads that left it for the next; skipped stages are left out (rule 19). */
export const daysInOpportunityMedian = defineMetric({
  id: 'days_in_opportunity_median',
  label: 'Days as opportunity, median',
  unit: 'days',
  direction: 'down',
  owner: 'both',
  anchor: 'opportunity',
  measure: { kind: 'duration', from: 'opportunity', to: 'won', p: 0.5 },
  formula: 'The median of the days from the opportunity to the win: the time in the stage. Half took no longer.',
  numerator: null,
  denominator: 'leads that went from the one to the other, each by an event of its own',
  clause: 'windows.opportunity_to_won',
});
