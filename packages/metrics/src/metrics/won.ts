import { defineMetric } from './define-metric.ts';

/** Leads that were won, counted once each and anchored at capture (rules 1 and 8). */
export const won = defineMetric({
  id: 'won',
  label: 'Won',
  unit: 'leads',
  direction: 'up',
  owner: 'both',
  anchor: 'captured',
  measure: { kind: 'count', stage: 'won' },
  formula: 'Leads that were won, by the date of their capture.',
  numerator: 'leads that were won',
  denominator: null,
  clause: 'terms.customer',
});
