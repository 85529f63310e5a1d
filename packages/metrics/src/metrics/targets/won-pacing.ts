import { quotientOf } from '../../report/measures.ts';
import { defineMetric } from '../define-metric.ts';

/** How Customers stand against the part of its target that should be reached by as-of. */
export const wonPacing = defineMetric({
  id: 'won_pacing',
  label: 'Customers, pacing',
  unit: 'ratio',
  direction: 'up',
  owner: 'both',
  anchor: 'captured',
  measure: quotientOf('won', 'won_target_to_date'),
  formula:
    'Customers of the period, by the date of capture, over the part of the target that falls on the days up to as-of: 100 % is on pace.',
  numerator: 'customers',
  denominator: 'the target of customers to date',
  clause: 'goals',
});
