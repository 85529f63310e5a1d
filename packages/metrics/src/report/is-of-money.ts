import type { MetricDefinition } from '../metrics/define-metric.ts';
import { metricMeasure } from './metric-measure.ts';
import { partsOf } from './parts-of.ts';

/**
 * Whether amounts of money are added for a metric, so that it needs a rate for each currency of the data: a sum of them, a
 * level or a mean of them, and all that is made of such.
 * @param metrics every metric that can be asked for, such as `engine.metrics`
 * @example
 * const coverage = metricDefinition('pipeline_coverage');
 * coverage && isOfMoney(coverage, metricDefinitions) // true
 */
export function isOfMoney(metric: MetricDefinition, metrics: readonly MetricDefinition[]): boolean {
  const find = (id: string): MetricDefinition => metrics.find((one) => one.id === id) ?? metric;
  return [...partsOf(metric.id, find)].map(find).some((part) => {
    const measure = metricMeasure(part);
    return measure.kind === 'money' || (measure.kind === 'level' && measure.money !== null);
  });
}
