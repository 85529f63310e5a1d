import { defineMetric } from './define-metric.ts';

/** Share of the MQLs that were handed off: one cohort, anchored at the event of its denominator (rule 2). */
export const mqlToHandedOffRate = defineMetric({
  id: 'mql_to_handed_off_rate',
  label: 'MQL to handed off',
  unit: 'ratio',
  direction: 'up',
  owner: 'marketing',
  anchor: 'mql',
  measure: { kind: 'ratio', from: 'mql', to: 'handed_off' },
  formula: 'Of the MQLs, the share that were handed off.',
  numerator: 'MQLs that were handed off',
  denominator: 'MQLs',
  clause: 'windows.mql_to_handed_off',
});
