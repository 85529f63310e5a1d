import { quotientOf } from '../../report/measures.ts';
import { defineMetric } from '../define-metric.ts';

/** Spend of the period over the leads that were captured. */
export const costPerLead = defineMetric({
  id: 'cost_per_lead',
  label: 'Cost per lead',
  unit: 'money',
  direction: 'down',
  owner: 'marketing',
  anchor: 'captured',
  measure: quotientOf('spend', 'captured'),
  formula:
    'What was spent in the period over the leads that were captured: two different sets, a cost and not a share.',
  numerator: 'spend',
  denominator: 'leads that were captured',
  clause: 'currency',
});
