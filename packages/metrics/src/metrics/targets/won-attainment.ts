import { quotientOf } from '../../report/measures.ts';
import { defineMetric } from '../define-metric.ts';

/** How much of the agreed target of Customers is reached. */
export const wonAttainment = defineMetric({
  id: 'won_attainment',
  label: 'Customers, of target',
  unit: 'ratio',
  direction: 'up',
  owner: 'both',
  anchor: 'captured',
  measure: quotientOf('won', 'won_target'),
  formula: 'Customers of the period, by the date of capture, over the whole target of the period.',
  numerator: 'customers',
  denominator: 'the target of customers',
  clause: 'goals',
});
