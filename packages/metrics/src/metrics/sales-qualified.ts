import { defineMetric } from './define-metric.ts';

/** Leads that were qualified by sales, counted once each and anchored at capture (rules 1 and 8). */
export const salesQualified = defineMetric({
  id: 'sales_qualified',
  label: 'Sales qualified (SQL)',
  unit: 'leads',
  direction: 'up',
  owner: 'sales',
  anchor: 'captured',
  measure: { kind: 'count', stage: 'sql' },
  formula: 'Leads that were qualified by sales, by the date of their capture.',
  numerator: 'leads that were qualified by sales',
  denominator: null,
  clause: 'terms.sql',
});
