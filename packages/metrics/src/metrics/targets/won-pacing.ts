import { quotientOf } from '../../report/measures.ts';
import { defineMetric } from '../define-metric.ts';

/** How won stands against the part of its target that should be reached by as-of. */
export const wonPacing = defineMetric({
  id: 'won_pacing',
  label: 'Customers, pacing',
  unit: 'ratio',
  direction: 'up',
  owner: 'both',
  anchor: 'captured',
  measure: quotientOf('won', 'won_target_to_date'),
  formula: 'won over the part of its target that falls on the days up to as-of: 1 is on pace.',
  numerator: 'won',
  denominator: 'the target to date',
  clause: 'goals',
});
