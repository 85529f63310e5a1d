import { defineMetric } from './define-metric.ts';

/** Leads that were accepted by sales, counted once each and anchored at capture (rules 1 and 8). */
export const accepted = defineMetric({
  id: 'accepted',
  label: 'Accepted (SAL)',
  unit: 'leads',
  direction: 'up',
  owner: 'sales',
  anchor: 'captured',
  measure: { kind: 'count', stage: 'sal' },
  formula: 'Leads that were accepted by sales, by the date of their capture.',
  numerator: 'leads that were accepted by sales',
  denominator: null,
  clause: 'terms.sal',
});
