import { quotientOf } from '../../report/measures.ts';
import { defineMetric } from '../define-metric.ts';

/** Spend of the period over the leads that became an MQL. */
export const costPerMql = defineMetric({
  id: 'cost_per_mql',
  label: 'Cost per MQL',
  unit: 'money',
  direction: 'down',
  owner: 'marketing',
  anchor: 'captured',
  measure: quotientOf('spend', 'qualified'),
  formula:
    'What was spent in the period over the leads that became an MQL: two different sets, a cost and not a share.',
  numerator: 'spend',
  denominator: 'leads that became an MQL',
  clause: 'currency',
});
