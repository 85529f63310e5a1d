import { type Agreement, clauseAt } from '@sameteam/agreement';
import type { MetricDefinition } from '../metrics/define-metric.ts';
import { metricWindow } from './metric-window.ts';

/**
 * The clause of an agreement that a number of a metric is judged by: that of its window, or the one that the metric
 * names.
 * @returns its address; `null` where the agreement says nothing of it
 * @example
 * const metric = metricDefinition('lead_to_win_rate');
 * metric && metricClause(metric, defaultAgreement) // 'windows.default'
 */
export function metricClause(
  { measure, clause }: Pick<MetricDefinition, 'measure' | 'clause'>,
  agreement: Agreement,
): string | null {
  return metricWindow(measure, agreement)?.clause ?? (clauseAt(agreement, clause) == null ? null : clause);
}
