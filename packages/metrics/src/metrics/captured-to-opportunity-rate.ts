import { defineMetric } from './define-metric.ts';

/** Share of the captured leads that got an opportunity: one cohort, anchored at the event of its denominator (rule 2). */
export const capturedToOpportunityRate = defineMetric({
  id: 'captured_to_opportunity_rate',
  label: 'Captured to opportunity',
  unit: 'ratio',
  direction: 'up',
  owner: 'sales',
  anchor: 'captured',
  measure: { kind: 'ratio', from: 'captured', to: 'opportunity' },
  formula: 'Of the captured leads, the share that got an opportunity.',
  numerator: 'captured leads that got an opportunity',
  denominator: 'captured leads',
  clause: 'windows.captured_to_opportunity',
});
