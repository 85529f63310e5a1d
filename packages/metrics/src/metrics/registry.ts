import { metricIds as knownIds } from '@sameteam/model';
import type { MetricDefinition } from './define-metric.ts';
import { afterSaleMetrics } from './sections/after-sale-metrics.ts';
import { blackHoleMetrics } from './sections/black-hole-metrics.ts';
import { cohortsMetrics } from './sections/cohorts-metrics.ts';
import { costMetrics } from './sections/cost-metrics.ts';
import { funnelMetrics } from './sections/funnel-metrics.ts';
import { pipelineMetrics } from './sections/pipeline-metrics.ts';
import { pulseMetrics } from './sections/pulse-metrics.ts';
import { qualityMetrics } from './sections/quality-metrics.ts';
import { recyclingMetrics } from './sections/recycling-metrics.ts';
import { slaMetrics } from './sections/sla-metrics.ts';
import { targetsMetrics } from './sections/targets-metrics.ts';
import { velocityMetrics } from './sections/velocity-metrics.ts';

const placeOf = new Map<string, number>(knownIds.map((id, place) => [id, place]));
const place = ({ id }: MetricDefinition) => placeOf.get(id) ?? knownIds.length;

/**
 * All metrics, in the order in which people read a funnel: that of `metricTable` in `@sameteam/model`.
 * @example metricDefinitions.find(({ unit }) => unit === 'money')?.id // 'bookings'
 */
export const metricDefinitions: readonly MetricDefinition[] = [
  ...funnelMetrics,
  ...qualityMetrics,
  ...velocityMetrics,
  ...cohortsMetrics,
  ...slaMetrics,
  ...targetsMetrics,
  ...blackHoleMetrics,
  ...recyclingMetrics,
  ...costMetrics,
  ...pipelineMetrics,
  ...afterSaleMetrics,
  ...pulseMetrics,
].sort((a, b) => place(a) - place(b));

const byId = new Map(metricDefinitions.map((metric) => [metric.id, metric]));

/**
 * The metric of an id; `undefined` for an unknown one.
 * @example metricDefinition('lead_to_win_rate')?.formula // 'Of the captured leads, the share that were won.'
 */
export function metricDefinition(id: string): MetricDefinition | undefined {
  return byId.get(id);
}

/**
 * Ids of all metrics.
 * @example metricIds.includes('won') // true
 */
export const metricIds: readonly string[] = metricDefinitions.map((metric) => metric.id);
