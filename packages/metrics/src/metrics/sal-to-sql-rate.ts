import { defineMetric } from './define-metric.ts';

/** Share of the accepted leads that were qualified by sales: one cohort, anchored at the event of its denominator (rule 2). */
export const salToSqlRate = defineMetric({
  id: 'sal_to_sql_rate',
  label: 'SAL to SQL',
  unit: 'ratio',
  direction: 'up',
  owner: 'sales',
  anchor: 'sal',
  measure: { kind: 'ratio', from: 'sal', to: 'sql' },
  formula: 'Of the accepted leads, the share that were qualified by sales.',
  numerator: 'accepted leads that were qualified by sales',
  denominator: 'accepted leads',
  clause: 'windows.sal_to_sql',
});
