import type { MetricPart } from '@sameteam/api';
import type { MetricDefinition } from '@sameteam/metrics';

/**
 * The metrics that a metric is made of, in the order of its formula.
 * @param labelOf label of a metric by its id
 */
export function metricParts({ measure }: MetricDefinition, labelOf: (metric: string) => string): readonly MetricPart[] {
  const part = (metric: string, role: MetricPart['role']): MetricPart => ({ metric, label: labelOf(metric), role });
  switch (measure.kind) {
    case 'quotient':
      return [part(measure.over, 'over'), part(measure.under, 'under')];
    case 'sum_of':
      return measure.parts.map(({ metric, times }) => part(metric, times === 1 ? 'plus' : 'minus'));
    case 'product_of':
      return measure.parts.map(({ metric, power }) => part(metric, power === 1 ? 'times' : 'divided_by'));
    case 'target':
      return [part(measure.metric, 'target_of')];
    default:
      return [];
  }
}
