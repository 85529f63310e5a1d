import type { MetricDefinition } from '../metrics/define-metric.ts';
import type { ReportRow } from '../report-row.ts';
import { onlyClause } from './clauses-named.ts';
import { type FactMeasure, isRowMeasure } from './fact-measure.ts';
import type { Figures } from './figures.ts';
import { metricClause } from './metric-clause.ts';
import { metricMeasure } from './metric-measure.ts';
import type { FindMetric } from './metric-results.ts';
import { metricPlace } from './metric-scope.ts';
import type { ReportContext } from './report-context.ts';

/** Of a row of which nobody has asked yet, see `withUnrecorded`. */
const noKinds: ReportRow['unrecorded'] = [];

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
  const clause = onlyClause(plan) ?? metricClause(metric, agreement);
  const asOf = new Date(plan.asOfMs).toISOString();
  const { id, unit } = metric;
  const currency = unit === 'money' ? agreement.currency : null;
  // Figures are named one by one: a report has tens of thousands of rows, and to spread them takes several times as long.
  return (figures, dimensions) => ({
    metric: id,
    unit,
    anchor,
    dimensions,
    value: figures.value,
    numerator: figures.numerator,
    denominator: figures.denominator,
    excluded: figures.excluded,
    implied: figures.implied,
    low: figures.low,
    high: figures.high,
    mature: figures.mature,
    projected: figures.projected,
    projectedLow: figures.projectedLow,
    projectedHigh: figures.projectedHigh,
    binding: figures.binding,
    folded: null,
    restated,
    unrecorded: noKinds,
    currency,
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
