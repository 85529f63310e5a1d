import { defineMetric } from './define-metric.ts';

/** Leads that were handed off, counted once each and anchored at capture (rules 1 and 8). */
export const handedOff = defineMetric({
  id: 'handed_off',
  label: 'Handed off',
  unit: 'leads',
  direction: 'up',
  owner: 'marketing',
  anchor: 'captured',
  measure: { kind: 'count', stage: 'handed_off' },
  formula: 'Leads that were handed off, by the date of their capture.',
  numerator: 'leads that were handed off',
  denominator: null,
  clause: 'handOffs',
});
