import { quotientOf } from '../../report/measures.ts';
import { defineMetric } from '../define-metric.ts';

/** How MQLs stand against the part of its target that should be reached by as-of. */
export const qualifiedPacing = defineMetric({
  id: 'qualified_pacing',
  label: 'MQLs, pacing',
  unit: 'ratio',
  direction: 'up',
  owner: 'marketing',
  anchor: 'captured',
  measure: quotientOf('qualified', 'qualified_target_to_date'),
  formula:
    'MQLs of the period, by the date of capture, over the part of the target that falls on the days up to as-of: 100 % is on pace.',
  numerator: 'MQLs',
  denominator: 'the target of MQLs to date',
  clause: 'goals',
});
