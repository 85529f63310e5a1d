import { quotientOf } from '../../report/measures.ts';
import { defineMetric } from '../define-metric.ts';

/** How Opportunities stand against the part of its target that should be reached by as-of. */
export const opportunitiesPacing = defineMetric({
  id: 'opportunities_pacing',
  label: 'Opportunities, pacing',
  unit: 'ratio',
  direction: 'up',
  owner: 'sales',
  anchor: 'captured',
  measure: quotientOf('opportunities', 'opportunities_target_to_date'),
  formula:
    'Opportunities of the period, by the date of capture, over the part of the target that falls on the days up to as-of: 100 % is on pace.',
  numerator: 'opportunities',
  denominator: 'the target of opportunities to date',
  clause: 'goals',
});
