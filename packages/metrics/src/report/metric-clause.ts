import { type Agreement, clauseAt } from '@sameteam/agreement';
import type { MetricDefinition } from '../metrics/define-metric.ts';
import { measureWindow } from './measure-window.ts';
import { metricMeasure } from './metric-measure.ts';
import { wantedOf } from './target-result.ts';

/**
 * The clause of an agreement that a number of a metric is judged by: that of its window or target, or the one that the
 * metric names.
 * @returns its address; `null` where the agreement says nothing of it
 * @example
 * const metric = metricDefinition('lead_to_win_rate');
 * metric && metricClause(metric, defaultAgreement) // 'windows.default'
 */
export function metricClause(metric: MetricDefinition, agreement: Agreement): string | null {
  const measure = metricMeasure(metric);
  if (measure.kind === 'target') return wantedOf(agreement, measure.metric)?.clause ?? null;
  const own = clauseAt(agreement, metric.clause) == null ? null : metric.clause;
  return measureWindow(measure, agreement)?.clause ?? own;
}
