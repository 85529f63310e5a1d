import { defineMetric } from './define-metric.ts';

/** Share of the captured leads that were qualified by sales: one cohort, anchored at the event of its denominator (rule 2). */
export const capturedToSqlRate = defineMetric({
  id: 'captured_to_sql_rate',
  label: 'Captured to SQL',
  unit: 'ratio',
  direction: 'up',
  owner: 'sales',
  anchor: 'captured',
  measure: { kind: 'ratio', from: 'captured', to: 'sql' },
  formula: 'Of the captured leads, the share that were qualified by sales.',
  numerator: 'captured leads that were qualified by sales',
  denominator: 'captured leads',
  clause: 'windows.captured_to_sql',
});
