import { quotientOf } from '../../report/measures.ts';
import { defineMetric } from '../define-metric.ts';

/** How much of the agreed target of MQLs is reached. */
export const qualifiedAttainment = defineMetric({
  id: 'qualified_attainment',
  label: 'MQLs, of target',
  unit: 'ratio',
  direction: 'up',
  owner: 'marketing',
  anchor: 'captured',
  measure: quotientOf('qualified', 'qualified_target'),
  formula: 'MQLs of the period, by the date of capture, over the whole target of the period.',
  numerator: 'MQLs',
  denominator: 'the target of MQLs',
  clause: 'goals',
});
