import type { MetricDefinition } from '../metrics/define-metric.ts';
import type { Plan } from '../plan/plan.ts';
import { type FactMeasure, isRowMeasure } from './fact-measure.ts';
import { metricMeasure } from './metric-measure.ts';
import type { MetricResult, RowPlace } from './metric-result.ts';
import { hasValue, isPartial, orOverall, overallPlan } from './or-overall.ts';
import { partsOf } from './parts-of.ts';
import { productResult } from './product-result.ts';
import { quotientResult } from './quotient-result.ts';
import { type RowMetric, reduceMetrics } from './reduce-metrics.ts';
import type { ReportContext } from './report-context.ts';
import { rowResult } from './row-results.ts';
import { sumResult } from './sum-result.ts';
import { targetResult } from './target-result.ts';

/** The metric of an id that is known to be one. */
export type FindMetric = (id: string) => MetricDefinition;

/**
 * What the metrics of a plan come to. Those that are made of other metrics are made of their results, so that each
 * metric is asked for once.
 */
export async function metricResults(
  ids: readonly string[],
  find: FindMetric,
  context: ReportContext,
): Promise<ReadonlyMap<string, MetricResult>> {
  const needed = [...new Set(ids.flatMap((id) => [...partsOf(id, find)]))];
  const rowMetrics = needed.flatMap((id): RowMetric[] => {
    const metric = find(id);
    const measure = metricMeasure(metric);
    return isRowMeasure(measure) ? [{ metric, measure }] : [];
  });
  const results = new Map<string, MetricResult>();
  const reduced = reduceMetrics(context.reducer, rowMetrics, context);
  const made = await Promise.all(reduced.map((one) => rowResult(one, context)));
  for (const [index, { metric }] of reduced.entries()) results.set(metric.id, once(made[index] as MetricResult));
  for (const id of needed) compose(id);
  return results;

  function compose(id: string): MetricResult {
    const known = results.get(id);
    if (known !== undefined) return known;
    const metric = find(id);
    const measure = metricMeasure(metric);
    const result = once(composed(measure, metric));
    results.set(id, result);
    return result;
  }

  /** Of what it is overall; of all leads, where those that filters keep have no value: inquiries have won nothing yet. */
  async function overallOf(id: string): Promise<MetricResult> {
    const plan = overallPlan(context.plan);
    const kept = isPartial(context.plan) ? await resultBy(plan, id) : compose(id);
    return plan.filters.length === 0 ? kept : orOverall(kept, () => resultBy({ ...plan, filters: [] }, id), hasValue);
  }

  async function resultBy(plan: Plan, id: string): Promise<MetricResult> {
    const all = await metricResults([id], find, { ...context, plan });
    return all.get(id) ?? compose(id);
  }

  function composed(measure: FactMeasure, metric: MetricDefinition): MetricResult {
    if (measure.kind === 'quotient') return quotientResult(measure, compose);
    if (measure.kind === 'product_of') return productResult(measure, compose, overallOf);
    return measure.kind === 'sum_of' ? sumResult(measure, compose) : targetResult(metric, context);
  }
}

/** The same result, whose figures are made once for the same places. */
function once({ addresses, figures, values }: MetricResult): MetricResult {
  return {
    addresses,
    figures: onceFor(figures),
    ...(values === undefined ? {} : { values: onceFor(values) }),
  };
}

function onceFor(figures: MetricResult['figures']): MetricResult['figures'] {
  const made = new Map<string, ReturnType<MetricResult['figures']>>();
  return (places) => {
    const key = placesKey(places);
    const known = made.get(key) ?? figures(places);
    made.set(key, known);
    return known;
  };
}

const placesKeys = new WeakMap<readonly RowPlace[], string>();

/** Text that is equal for equal places; the metrics of a report share their list. */
function placesKey(places: readonly RowPlace[]): string {
  const known = placesKeys.get(places) ?? JSON.stringify(places.map(({ key }) => key));
  placesKeys.set(places, known);
  return known;
}
