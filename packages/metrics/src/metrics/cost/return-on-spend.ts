import { quotientOf } from '../../report/measures.ts';
import { defineMetric } from '../define-metric.ts';

/** Sourced bookings over spend, both of the period. */
export const returnOnSpend = defineMetric({
  id: 'return_on_spend',
  label: 'Return on spend',
  unit: 'ratio',
  direction: 'up',
  owner: 'marketing',
  anchor: 'won',
  measure: quotientOf('bookings_sourced', 'spend'),
  formula: 'Bookings that marketing sourced, over what was spent, both of the period.',
  numerator: 'bookings sourced by marketing',
  denominator: 'spend',
  clause: 'sourcing',
});
