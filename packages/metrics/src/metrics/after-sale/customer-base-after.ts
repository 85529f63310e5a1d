import { sumOf } from '../../report/measures.ts';
import { defineMetric } from '../define-metric.ts';

/** Customer base with the changes of the period, new customers aside. */
export const customerBaseAfter = defineMetric({
  id: 'customer_base_after',
  label: 'Customer base after changes',
  unit: 'money',
  direction: 'up',
  owner: 'sales',
  anchor: 'changed',
  measure: sumOf('customer_base', 'customer_base_change'),
  formula: 'The customer base at the beginning of the period and what changed since.',
  numerator: null,
  denominator: null,
  clause: 'terms.customer',
});
