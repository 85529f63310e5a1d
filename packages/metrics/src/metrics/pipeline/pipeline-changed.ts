import { sumOf } from '../../report/measures.ts';
import { defineMetric } from '../define-metric.ts';

/** The pillar of the bridge for changes: opening + opened + changed − won − lost = closing. */
export const pipelineChanged = defineMetric({
  id: 'pipeline_changed',
  label: 'Pipeline changed',
  unit: 'money',
  direction: 'neutral',
  owner: 'sales',
  anchor: 'began',
  measure: sumOf('pipeline_changed_in', '-pipeline_changed_out'),
  formula: 'What changes of open deals added to the pipeline, or took from it.',
  numerator: null,
  denominator: null,
  clause: 'terms.opportunity',
});
