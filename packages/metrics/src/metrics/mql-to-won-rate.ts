import { defineMetric } from './define-metric.ts';

/** Share of the MQLs that were won: one cohort, anchored at the event of its denominator (rule 2). */
export const mqlToWonRate = defineMetric({
  id: 'mql_to_won_rate',
  label: 'MQL to won',
  unit: 'ratio',
  direction: 'up',
  owner: 'both',
  anchor: 'mql',
  measure: { kind: 'ratio', from: 'mql', to: 'won' },
  formula: 'Of the MQLs, the share that were won.',
  numerator: 'MQLs that were won',
  denominator: 'MQLs',
  clause: 'windows.mql_to_won',
});
