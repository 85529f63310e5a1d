import { defineMetric } from './define-metric.ts';

/** Leads that got an opportunity, counted once each and anchored at capture (rules 1 and 8). */
export const opportunities = defineMetric({
  id: 'opportunities',
  label: 'Opportunities',
  unit: 'leads',
  direction: 'up',
  owner: 'sales',
  anchor: 'captured',
  measure: { kind: 'count', stage: 'opportunity' },
  formula: 'Leads that got an opportunity, by the date of their capture.',
  numerator: 'leads that got an opportunity',
  denominator: null,
  clause: 'terms.opportunity',
});
