import { defineMetric } from './define-metric.ts';

/** Share of the MQLs that were accepted by sales: one cohort, anchored at the event of its denominator (rule 2). */
export const mqlToSalRate = defineMetric({
  id: 'mql_to_sal_rate',
  label: 'MQL to SAL',
  unit: 'ratio',
  direction: 'up',
  owner: 'sales',
  anchor: 'mql',
  measure: { kind: 'ratio', from: 'mql', to: 'sal' },
  formula: 'Of the MQLs, the share that were accepted by sales.',
  numerator: 'MQLs that were accepted by sales',
  denominator: 'MQLs',
  clause: 'windows.mql_to_sal',
});
