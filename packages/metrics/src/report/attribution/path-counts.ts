import type { Agreement } from '@sameteam/agreement';
import type { AttributionPath } from '@sameteam/stats';
import { metricDefinition } from '../../metrics/registry.ts';
import { MetricsError } from '../../metrics-error.ts';
import type { Plan } from '../../plan/plan.ts';
import type { AmountGroup, FactReducer, ReducedGroup } from '../../plan/reduction.ts';
import { boundsOf } from '../create-reports.ts';
import { isRowMeasure, type RowMeasure } from '../fact-measure.ts';
import { metricMeasure } from '../metric-measure.ts';
import { metricScope } from '../metric-scope.ts';
import { moneySums } from '../money-sums.ts';
import { byPath, convertedRows, type PathDetail, pathColumns, readPaths } from './attribution-paths.ts';
import type { CheckedAttribution } from './attribution-request.ts';

/** Paths of one detail, and what was left out of them. */
export interface CountedPaths {
  readonly paths: readonly AttributionPath[];
  readonly excluded: number;
}

/** Counts paths in an engine: one group for each distinct path, never one for each lead. */
export function pathCounts(reducer: FactReducer, { conversion, plans }: CheckedAttribution, agreement: Agreement) {
  const { did, didNot } = convertedRows(conversion);

  /** Leads that converted, with their paths up to it. */
  async function leads(detail: PathDetail): Promise<CountedPaths> {
    const scope = byPath(scopeOf(plans.leads).scope, pathColumns(conversion, detail));
    const groups = await reducer.reduce(
      { ...scope, aggregates: [{ kind: 'count', where: did }] },
      boundsOf(plans.leads),
    );
    const paths = readPaths(groups, detail, ({ values }) => ({ converted: values[0] ?? 0 }));
    return { paths, excluded: excludedOf(groups) };
  }

  /** Leads that were captured in the period and have not converted, with their paths up to as-of. */
  async function others(): Promise<readonly AttributionPath[]> {
    const scope = byPath(scopeOf(plans.captured).scope, ['path']);
    const aggregates = [{ kind: 'count', where: didNot }] as const;
    const groups = await reducer.reduce({ ...scope, aggregates }, boundsOf(plans.captured));
    return readPaths(groups, 'none', ({ values }) => ({ converted: 0, notConverted: values[0] ?? 0 }));
  }

  /** Deals with an amount, with the paths of their leads up to the conversion. */
  async function deals(detail: PathDetail): Promise<CountedPaths> {
    const { scope: whole, measure, metric } = scopeOf(plans.deals);
    if (measure.kind !== 'money') return { paths: [], excluded: 0 };
    const scope = byPath(whole, pathColumns(conversion, detail));
    const bounds = boundsOf(plans.deals);
    const { counted, excluded, value, currency, rateAt, scale } = measure;
    const aggregates = [counted, excluded].map((where) => ({ kind: 'count', where }) as const);
    const groups = await reducer.reduce({ ...scope, aggregates }, bounds);
    const query = { ...scope, value, currency, rateAt, amounts: counted, home: agreement.currency };
    const amounts: readonly AmountGroup[] = await reducer.amounts(query, bounds);
    const sums = moneySums(amounts, { agreement, metric, scale });
    const paths = readPaths(groups, detail, ({ values }, key) => {
      const valueMinor = sums.get(key) ?? 0;
      if (valueMinor < 0) throw new MetricsError('credit-below-zero', { metric });
      return { converted: values[0] ?? 0, valueMinor };
    });
    const without = groups.reduce((sum, { values }) => sum + (values[1] ?? 0), 0);
    return { paths, excluded: excludedOf(groups) + without };
  }

  function scopeOf(plan: Plan) {
    const id = plan.metrics[0] ?? '';
    const metric = metricDefinition(id);
    const measure = metric === undefined ? null : metricMeasure(metric);
    if (metric === undefined || measure === null || !isRowMeasure(measure))
      throw new MetricsError('unknown-metric', { id, nearest: null });
    return { scope: metricScope(plan, metric, measure, agreement), measure: measure satisfies RowMeasure, metric: id };
  }

  return { leads, others, deals };
}

function excludedOf(groups: readonly ReducedGroup[]): number {
  return groups.reduce((sum, { excluded }) => sum + excluded, 0);
}
