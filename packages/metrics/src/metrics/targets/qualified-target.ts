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
    'What the agreement wants of MQLs in the period: of the plan, a goal, or an SLA of quantity; a period cut otherwise gets its share by days.',
  numerator: null,
  denominator: null,
  clause: 'goals',
});
