import { quotientOf } from '../../report/measures.ts';
import { defineMetric } from '../define-metric.ts';

/** How much of the agreed target of Opportunities is reached. */
export const opportunitiesAttainment = defineMetric({
  id: 'opportunities_attainment',
  label: 'Opportunities, of target',
  unit: 'ratio',
  direction: 'up',
  owner: 'sales',
  anchor: 'captured',
  measure: quotientOf('opportunities', 'opportunities_target'),
  formula: 'Opportunities of the period, by the date of capture, over the whole target of the period.',
  numerator: 'opportunities',
  denominator: 'the target of opportunities',
  clause: 'goals',
});
