import { targetOf } from '../../report/measures.ts';
import { defineMetric } from '../define-metric.ts';

/** The part of the agreed target of MQLs that falls on the days of the period up to as-of. */
export const qualifiedTargetToDate = defineMetric({
  id: 'qualified_target_to_date',
  label: 'MQLs, target to date',
  unit: 'leads',
  direction: 'neutral',
  owner: 'marketing',
  anchor: 'captured',
  measure: targetOf('qualified', 'to_date'),
  formula: 'The part of the target of MQLs that falls on the days of the period up to as-of.',
  numerator: null,
  denominator: null,
  clause: 'goals',
});
