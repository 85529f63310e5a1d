import { quotientOf } from '../../report/measures.ts';
import { defineMetric } from '../define-metric.ts';

/** How much of the agreed target of qualified is reached. */
export const qualifiedAttainment = defineMetric({
  id: 'qualified_attainment',
  label: 'MQLs, of target',
  unit: 'ratio',
  direction: 'up',
  owner: 'marketing',
  anchor: 'captured',
  measure: quotientOf('qualified', 'qualified_target'),
  formula: 'qualified over its whole target in the period.',
  numerator: 'qualified',
  denominator: 'the target',
  clause: 'goals',
});
