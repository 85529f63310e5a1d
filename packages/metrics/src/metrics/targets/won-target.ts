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
    'What the agreement wants of Customers in the period: of the plan, a goal, or an SLA of quantity; a period cut otherwise gets its share by days.',
  numerator: null,
  denominator: null,
  clause: 'goals',
});
