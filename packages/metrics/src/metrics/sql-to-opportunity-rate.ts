import { defineMetric } from './define-metric.ts';

/** Share of the sales-qualified leads that got an opportunity: one cohort, anchored at the event of its denominator (rule 2). */
export const sqlToOpportunityRate = defineMetric({
  id: 'sql_to_opportunity_rate',
  label: 'SQL to opportunity',
  unit: 'ratio',
  direction: 'up',
  owner: 'sales',
  anchor: 'sql',
  measure: { kind: 'ratio', from: 'sql', to: 'opportunity' },
  formula: 'Of the sales-qualified leads, the share that got an opportunity.',
  numerator: 'sales-qualified leads that got an opportunity',
  denominator: 'sales-qualified leads',
  clause: 'windows.sql_to_opportunity',
});
