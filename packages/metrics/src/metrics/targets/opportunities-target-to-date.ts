import { targetOf } from '../../report/measures.ts';
import { defineMetric } from '../define-metric.ts';

/** The part of the agreed target of Opportunities that falls on the days of the period up to as-of. */
export const opportunitiesTargetToDate = defineMetric({
  id: 'opportunities_target_to_date',
  label: 'Opportunities, target to date',
  unit: 'leads',
  direction: 'neutral',
  owner: 'sales',
  anchor: 'captured',
  measure: targetOf('opportunities', 'to_date'),
  formula: 'The part of the target of opportunities that falls on the days of the period up to as-of.',
  numerator: null,
  denominator: null,
  clause: 'goals',
});
