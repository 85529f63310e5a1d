import { defineMetric } from './define-metric.ts';

/** Leads that were won, by the date of the win rather than of the capture (rule 8). */
export const wonInPeriod = defineMetric({
  id: 'won_in_period',
  label: 'Won in the period',
  unit: 'leads',
  direction: 'up',
  owner: 'both',
  anchor: 'won',
  measure: { kind: 'count', stage: 'won' },
  formula: 'Leads that were won, by the date of the win.',
  numerator: 'leads that were won',
  denominator: null,
  clause: 'terms.customer',
});
