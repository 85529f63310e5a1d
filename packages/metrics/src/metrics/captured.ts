import { defineMetric } from './define-metric.ts';

/** Leads that were captured, counted once each and anchored at capture (rules 1 and 8). */
export const captured = defineMetric({
  id: 'captured',
  label: 'Captured',
  unit: 'leads',
  direction: 'up',
  owner: 'marketing',
  anchor: 'captured',
  measure: { kind: 'count', stage: 'captured' },
  formula: 'Leads that were captured, by the date of their capture.',
  numerator: 'leads that were captured',
  denominator: null,
  clause: 'terms.lead',
});
