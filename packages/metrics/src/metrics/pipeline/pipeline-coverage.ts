import { quotientOf } from '../../report/measures.ts';
import { defineMetric } from '../define-metric.ts';

/** How often the open pipeline covers what is still missing of the target. */
export const pipelineCoverage = defineMetric({
  id: 'pipeline_coverage',
  label: 'Pipeline coverage',
  unit: 'ratio',
  direction: 'up',
  owner: 'sales',
  anchor: 'began',
  measure: quotientOf('open_pipeline', 'bookings_remaining'),
  formula: 'The open pipeline over what is still missing of the target of bookings.',
  numerator: 'open pipeline',
  denominator: 'target of bookings less bookings',
  clause: 'goals',
});
