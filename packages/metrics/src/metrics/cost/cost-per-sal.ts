import { quotientOf } from '../../report/measures.ts';
import { defineMetric } from '../define-metric.ts';

/** Spend of the period over the leads that were accepted by sales. */
export const costPerSal = defineMetric({
  id: 'cost_per_sal',
  label: 'Cost per SAL',
  unit: 'money',
  direction: 'down',
  owner: 'marketing',
  anchor: 'captured',
  measure: quotientOf('spend', 'accepted'),
  formula:
    'What was spent in the period over the leads that were accepted by sales: two different sets, a cost and not a share.',
  numerator: 'spend',
  denominator: 'leads that were accepted by sales',
  clause: 'currency',
});
