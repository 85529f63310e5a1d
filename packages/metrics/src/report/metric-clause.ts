import { type Agreement, clauseAt } from '@sameteam/agreement';
import type { MetricDefinition } from '../metrics/define-metric.ts';
import { metricDefinitions } from '../metrics/registry.ts';
import type { FactMeasure } from './fact-measure.ts';
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
  const target = targetAmong(measure);
  const wanted = target === null ? undefined : wantedOf(agreement, target)?.clause;
  if (wanted !== undefined) return wanted;
  const own = clauseAt(agreement, metric.clause) == null ? null : metric.clause;
  return measureWindow(measure, agreement)?.clause ?? own;
}

/** The metric whose target a measure is made of: what falls short of it is judged by the same clause. */
function targetAmong(measure: FactMeasure): string | null {
  if (measure.kind === 'target') return measure.metric;
  const parts =
    measure.kind === 'quotient'
      ? [measure.over, measure.under]
      : measure.kind === 'sum_of'
        ? measure.parts.map(({ metric }) => metric)
        : [];
  for (const part of parts) {
    const metric = metricDefinitions.find(({ id }) => id === part);
    const target = metric === undefined ? null : targetAmong(metricMeasure(metric));
    if (target !== null) return target;
  }
  return null;
}
