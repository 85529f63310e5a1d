import { targetOf } from '../../report/measures.ts';
import { defineMetric } from '../define-metric.ts';

/** The agreed target of Customers in the period; none for a group or a filter. */
export const wonTarget = defineMetric({
  id: 'won_target',
  label: 'Customers, target',
  unit: 'leads',
  direction: 'neutral',
  owner: 'both',
  anchor: 'captured',
  measure: targetOf('won'),
  formula:
    'The customers that the agreement wants in the period: by its plan, a goal, or an SLA of quantity. A part of a month, quarter or year gets its share by days.',
  numerator: null,
  denominator: null,
  clause: 'goals',
});
