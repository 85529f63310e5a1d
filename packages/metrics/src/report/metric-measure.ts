import type { MetricDefinition } from '../metrics/define-metric.ts';
import type { FactMeasure } from './fact-measure.ts';
import { measureOfStages, type StageMeasure } from './stage-measure.ts';

/** What a metric measures: in short for the stages of leads, or on any facts. */
export type Measure = StageMeasure | FactMeasure;

const stageKinds: ReadonlySet<string> = new Set<StageMeasure['kind']>(['count', 'ratio', 'within', 'duration', 'sum']);

/** Whether a measure is one of the stages of leads, in short. */
export function isStageMeasure(measure: Measure): measure is StageMeasure {
  return stageKinds.has(measure.kind);
}

const known = new WeakMap<MetricDefinition, FactMeasure>();

/** What a metric measures on the facts. */
export function metricMeasure(metric: MetricDefinition): FactMeasure {
  const made = known.get(metric);
  if (made !== undefined) return made;
  const { measure } = metric;
  const measured = isStageMeasure(measure) ? measureOfStages(measure) : measure;
  known.set(metric, measured);
  return measured;
}
