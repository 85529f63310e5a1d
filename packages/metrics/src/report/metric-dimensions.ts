import type { DimensionId } from '@sameteam/model';
import type { MetricDefinition } from '../metrics/define-metric.ts';
import { type DimensionPlace, dimensionColumn } from '../plan/dimension-columns.ts';
import { dimensions } from '../plan/dimensions.ts';
import { isRowMeasure } from './fact-measure.ts';
import { metricMeasure } from './metric-measure.ts';
import { partsOf } from './parts-of.ts';

/** The dimensions that facts know at a place, calendar grains aside: every metric has those. */
export function dimensionsAt(place: DimensionPlace): readonly DimensionId[] {
  return dimensions
    .filter(({ id, kind }) => kind === 'fact' && dimensionColumn(id, place) !== null)
    .map(({ id }) => id);
}

/**
 * The dimensions that a metric can be cut and filtered by, calendar grains aside. One that is made of other metrics knows
 * what all of them know; a target is that of everybody, and has none.
 * @param metrics every metric that can be asked for, such as `engine.metrics`
 * @example
 * const spend = metricDefinition('spend');
 * spend && metricDimensions(spend, metricDefinitions).includes('source.channel') // true
 */
export function metricDimensions(
  metric: MetricDefinition,
  metrics: readonly MetricDefinition[],
): readonly DimensionId[] {
  const find = (id: string): MetricDefinition => metrics.find((one) => one.id === id) ?? metric;
  const known = [...partsOf(metric.id, find)].map(find).flatMap((part): (readonly DimensionId[])[] => {
    const measure = metricMeasure(part);
    if (measure.kind === 'target') return [[]];
    if (!isRowMeasure(measure)) return [];
    return [dimensionsAt({ grain: measure.grain, anchor: part.anchor, readAt: measure.readAt })];
  });
  const [first = [], ...others] = known;
  return first.filter((id) => others.every((of) => of.includes(id)));
}
