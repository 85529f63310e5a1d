import type { Agreement } from '@sameteam/agreement';
import type { MetricDefinition } from './define-metric.ts';
import { ownMetrics } from './own-metrics.ts';
import { metricDefinitions } from './registry.ts';

/**
 * Every metric of an engine: those that come with Sameteam, those that were declared in TypeScript, and those that the
 * agreement declares, which may be made of both.
 * @throws MetricsError `unknown-metric`, `no-such-dimension` for an agreement that was not checked
 */
export function allMetrics(agreement: Agreement, own: readonly MetricDefinition[]): readonly MetricDefinition[] {
  const known = [...metricDefinitions, ...own];
  return [...known, ...ownMetrics(agreement, known)];
}
