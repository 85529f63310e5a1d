import { quotientOf } from '../../report/measures.ts';
import { defineMetric } from '../define-metric.ts';

/** How much of the value of existing customers is there after the period, expansion included. */
export const netRetention = defineMetric({
  id: 'net_retention',
  label: 'Net retention',
  unit: 'ratio',
  direction: 'up',
  owner: 'sales',
  anchor: 'changed',
  measure: quotientOf('customer_base_after', 'customer_base'),
  formula:
    'The customer base with the changes of the period over the one at its beginning; above 100 % it grows without new customers.',
  numerator: 'customer base after changes',
  denominator: 'customer base at the beginning',
  clause: 'terms.customer',
});
