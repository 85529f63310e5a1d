import type { MetricDefinition } from '../metrics/define-metric.ts';
import type { ReportRow } from '../report-row.ts';
import { type FactMeasure, isRowMeasure } from './fact-measure.ts';
import type { Figures } from './figures.ts';
import { metricClause } from './metric-clause.ts';
import { metricMeasure } from './metric-measure.ts';
import type { FindMetric } from './metric-results.ts';
import { metricPlace } from './metric-scope.ts';
import type { ReportContext } from './report-context.ts';

/**
 * Makes the rows of one metric. What is the same for all of them (the anchor, the clause, the instant) is looked up
 * once.
 */
export function rowMaker(
  metric: MetricDefinition,
  find: FindMetric,
  { plan, agreement, restated }: ReportContext,
): (figures: Figures, dimensions: ReportRow['dimensions']) => ReportRow {
  const measure = metricMeasure(metric);
  const anchor = anchorOf(metric, measure, find, plan);
  const clause = metricClause(metric, agreement);
  const asOf = new Date(plan.asOfMs).toISOString();
  return (figures, dimensions) => ({
    metric: metric.id,
    unit: metric.unit,
    anchor,
    dimensions,
    ...figures,
    folded: null,
    restated,
    currency: metric.unit === 'money' ? agreement.currency : null,
    // A number of one clause is judged by that clause.
    clause: dimensions.clause ?? clause,
    asOf,
  });
}

function anchorOf(
  metric: MetricDefinition,
  measure: FactMeasure,
  find: FindMetric,
  plan: ReportContext['plan'],
): string {
  if (isRowMeasure(measure)) return metricPlace(plan, metric, measure).anchor;
  if (measure.kind === 'quotient') return anchorOf(find(measure.under), metricMeasure(find(measure.under)), find, plan);
  return metric.anchor;
}
