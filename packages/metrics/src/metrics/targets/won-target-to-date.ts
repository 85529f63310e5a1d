import { targetOf } from '../../report/measures.ts';
import { defineMetric } from '../define-metric.ts';

/** The part of the agreed target of Customers that falls on the days of the period up to as-of. */
export const wonTargetToDate = defineMetric({
  id: 'won_target_to_date',
  label: 'Customers, target to date',
  unit: 'leads',
  direction: 'neutral',
  owner: 'both',
  anchor: 'captured',
  measure: targetOf('won', 'to_date'),
  formula: 'The part of the target of customers that falls on the days of the period up to as-of.',
  numerator: null,
  denominator: null,
  clause: 'goals',
});
