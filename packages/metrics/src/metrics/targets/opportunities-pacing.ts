import { quotientOf } from '../../report/measures.ts';
import { defineMetric } from '../define-metric.ts';

/** How Opportunities stand against the part of its target that should be reached by as-of. */
export const opportunitiesPacing = defineMetric({
  id: 'opportunities_pacing',
  label: 'Opportunities, pacing',
  unit: 'ratio',
  direction: 'up',
  owner: 'sales',
  anchor: 'won',
  measure: quotientOf('opportunities', 'opportunities_target_to_date'),
  formula: 'Opportunities over the part of the target that falls on the days up to as-of: 1 is on pace.',
  numerator: 'opportunities',
  denominator: 'the target to date',
  clause: 'goals',
});
