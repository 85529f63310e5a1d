import { type MetricId, metricTable } from './metric-table.ts';

/**
 * Ids of the metrics of {@link metricTable}, in its order.
 * @example metricIds.includes('mql_to_sal_rate') // true
 */
export const metricIds: readonly MetricId[] = Object.keys(metricTable) as MetricId[];
