import type { Definitions, DimensionDefinition, MetricDefinition } from '@sameteam/api/client';

/** What metrics and dimensions are called and mean, by id. */
export interface Words {
  metric(id: string): MetricDefinition | undefined;
  dimension(id: string): DimensionDefinition | undefined;
  /** The label of a metric; its id where the service does not know it. */
  metricLabel(id: string): string;
  /** The label of a dimension; its id where the service does not know it. */
  dimensionLabel(id: string): string;
}

/** Looks definitions up by id. */
export function wordsOf({ metrics, dimensions }: Definitions): Words {
  const metricById = new Map(metrics.map((metric) => [metric.id, metric]));
  const dimensionById = new Map(dimensions.map((dimension) => [dimension.id, dimension]));
  return {
    metric: (id) => metricById.get(id),
    dimension: (id) => dimensionById.get(id),
    metricLabel: (id) => metricById.get(id)?.label ?? id,
    dimensionLabel: (id) => dimensionById.get(id)?.label ?? id,
  };
}
