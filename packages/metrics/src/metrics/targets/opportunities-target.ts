import { targetOf } from '../../report/measures.ts';
import { defineMetric } from '../define-metric.ts';

/** The agreed target of Opportunities in the period; none for a group or a filter. */
export const opportunitiesTarget = defineMetric({
  id: 'opportunities_target',
  label: 'Opportunities, target',
  unit: 'leads',
  direction: 'neutral',
  owner: 'sales',
  anchor: 'captured',
  measure: targetOf('opportunities'),
  formula:
    'The opportunities that the agreement wants in the period: by its plan, a goal, or an SLA of quantity. A part of a month, quarter or year gets its share by days.',
  numerator: null,
  denominator: null,
  clause: 'goals',
});
