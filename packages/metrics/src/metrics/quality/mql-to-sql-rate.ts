import { defineMetric } from '../define-metric.ts';

/** Share of MQLs that became SQLs: one cohort, anchored at the event of its denominator (rule 2). */
export const mqlToSqlRate = defineMetric({
  id: 'mql_to_sql_rate',
  label: 'MQL to SQL',
  unit: 'ratio',
  direction: 'up',
  owner: 'both',
  anchor: 'mql',
  measure: { kind: 'ratio', from: 'mql', to: 'sql' },
  formula: 'Of the MQLs, the share that were qualified by sales.',
  numerator: 'MQLs that were qualified by sales',
  denominator: 'MQLs',
  clause: 'windows.mql_to_sql',
});
