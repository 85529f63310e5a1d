import { defineMetric } from './define-metric.ts';

/** Share of the leads with an opportunity that were won: one cohort, anchored at the event of its denominator (rule 2). */
export const opportunityToWonRate = defineMetric({
  id: 'opportunity_to_won_rate',
  label: 'Opportunity to won',
  unit: 'ratio',
  direction: 'up',
  owner: 'both',
  anchor: 'opportunity',
  measure: { kind: 'ratio', from: 'opportunity', to: 'won' },
  formula: 'Of the leads with an opportunity, the share that were won.',
  numerator: 'leads with an opportunity that were won',
  denominator: 'leads with an opportunity',
  clause: 'windows.opportunity_to_won',
});
