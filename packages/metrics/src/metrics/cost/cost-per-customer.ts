import { quotientOf } from '../../report/measures.ts';
import { defineMetric } from '../define-metric.ts';

/** Spend of the period over the leads that were won in the period. */
export const costPerCustomer = defineMetric({
  id: 'cost_per_customer',
  label: 'Cost per customer',
  unit: 'money',
  direction: 'down',
  owner: 'marketing',
  anchor: 'captured',
  measure: quotientOf('spend', 'won_in_period'),
  formula:
    'What was spent in the period over the leads that were won in the period: two different sets, a cost and not a share.',
  numerator: 'spend',
  denominator: 'leads that were won in the period',
  clause: 'currency',
});
