import { dimension, type MetricDefinition, MetricsError, metricDimensions, parsePlan } from '@sameteam/metrics';

/** What is asked of every metric of the standard report alike. */
export interface AskedOfAll {
  readonly by: readonly string[];
  readonly filtered: readonly string[];
  readonly anchor: string | undefined;
}

/**
 * The metrics that can be asked so: that know the dimensions, and have the event that they are to be anchored at. The
 * standard report leaves out the others, and says which; a metric that is asked for by its name is an error instead.
 */
export function fittingMetrics(
  ids: readonly string[],
  metrics: readonly MetricDefinition[],
  { by, filtered, anchor }: AskedOfAll,
): { readonly fitting: readonly string[]; readonly left: readonly string[] } {
  const needed = [...by, ...filtered].filter((id) => dimension(id)?.kind === 'fact');
  const byId = new Map(metrics.map((metric) => [metric.id, metric]));
  const isFitting = (id: string): boolean => {
    const metric = byId.get(id);
    if (metric === undefined) return false;
    const known: readonly string[] = needed.length === 0 ? [] : metricDimensions(metric, metrics);
    return needed.every((it) => known.includes(it)) && (anchor === undefined || canAnchor(id, anchor, metrics));
  };
  return { fitting: ids.filter(isFitting), left: ids.filter((id) => !isFitting(id)) };
}

function canAnchor(id: string, anchor: string, metrics: readonly MetricDefinition[]): boolean {
  try {
    parsePlan({ metrics: [id], anchor }, { zone: 'UTC', nowMs: 0, metrics });
    return true;
  } catch (error) {
    if (error instanceof MetricsError && (error.code === 'no-such-anchor' || error.code === 'anchor-after-denominator'))
      return false;
    throw error;
  }
}
