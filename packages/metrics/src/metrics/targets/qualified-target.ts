import { targetOf } from '../../report/measures.ts';
import { defineMetric } from '../define-metric.ts';

/** The agreed target of MQLs in the period; none for a group or a filter. */
export const qualifiedTarget = defineMetric({
  id: 'qualified_target',
  label: 'MQLs, target',
  unit: 'leads',
  direction: 'neutral',
  owner: 'marketing',
  anchor: 'captured',
  measure: targetOf('qualified'),
  formula:
    'The MQLs that the agreement wants in the period: by its plan, a goal, or an SLA of quantity. A part of a month, quarter or year gets its share by days.',
  numerator: null,
  denominator: null,
  clause: 'goals',
});
