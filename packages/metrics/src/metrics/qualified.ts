import { defineMetric } from './define-metric.ts';

/** Leads that became an MQL, counted once each and anchored at capture (rules 1 and 8). */
export const qualified = defineMetric({
  id: 'qualified',
  label: 'Qualified (MQL)',
  unit: 'leads',
  direction: 'up',
  owner: 'marketing',
  anchor: 'captured',
  measure: { kind: 'count', stage: 'mql' },
  formula: 'Leads that became an MQL, by the date of their capture.',
  numerator: 'leads that became an MQL',
  denominator: null,
  clause: 'qualified',
});
