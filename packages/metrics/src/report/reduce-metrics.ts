import type { Agreement } from '@sameteam/agreement';
import type { MetricDefinition } from '../metrics/define-metric.ts';
import type { Plan } from '../plan/plan.ts';
import type { FactAggregate, FactReducer, GroupedScope, LogBounds, ReducedGroup } from '../plan/reduction.ts';
import { amongAnchored } from './among-anchored.ts';
import { type BindingContext, unboundAggregate } from './binding.ts';
import type { RowMeasure } from './fact-measure.ts';
import { measureAggregates } from './measure-aggregates.ts';
import { metricScope } from './metric-scope.ts';

/** A metric that is made of rows. */
export interface RowMetric {
  readonly metric: MetricDefinition;
  readonly measure: RowMeasure;
}

/** What an engine is asked to count for one metric. */
export interface ReducedMetric extends RowMetric {
  readonly scope: GroupedScope;
  /** The groups of its pass: metrics that share one share the list. */
  readonly groups: Promise<readonly ReducedGroup[]>;
  /** Where its aggregates stand among the values of a group, and last what is not binding. */
  readonly columns: readonly number[];
}

/**
 * Asks an engine for the aggregates of metrics: one pass for each grain and anchor, so that metrics that can share one
 * do. An aggregate that several metrics need is computed once.
 */
export function reduceMetrics(
  reducer: Pick<FactReducer, 'reduce'>,
  metrics: readonly RowMetric[],
  context: BindingContext & { readonly plan: Plan; readonly agreement: Agreement; readonly bounds: LogBounds },
): readonly ReducedMetric[] {
  const { plan, agreement } = context;
  const passes = new Map<string, { readonly scope: GroupedScope; readonly metrics: RowMetric[] }>();
  const reduced = new Map<MetricDefinition, ReducedMetric>();
  for (const one of metrics) {
    const scope = metricScope(plan, one.metric, one.measure, agreement);
    if (one.measure.kind === 'level') {
      // A level is made of the whole past, see `levelFigures`.
      reduced.set(one.metric, { ...one, scope, groups: Promise.resolve([]), columns: [] });
      continue;
    }
    const key = JSON.stringify(scope);
    const pass = passes.get(key);
    if (pass === undefined) passes.set(key, { scope, metrics: [one] });
    else pass.metrics.push(one);
  }
  for (const pass of passes.values()) {
    for (const one of reducePass(reducer, pass, context)) reduced.set(one.metric, one);
  }
  return metrics.flatMap(({ metric }) => reduced.get(metric) ?? []);
}

function reducePass(
  reducer: Pick<FactReducer, 'reduce'>,
  { scope, metrics }: { readonly scope: GroupedScope; readonly metrics: readonly RowMetric[] },
  context: BindingContext & { readonly bounds: LogBounds },
): readonly ReducedMetric[] {
  const aggregates = new Map<string, { readonly index: number; readonly aggregate: FactAggregate }>();
  const columns = metrics.map(({ measure }) =>
    [...measureAggregates(measure), unboundAggregate(measure, scope.anchor, context)].map((needed) => {
      const aggregate = amongAnchored(needed, scope.anchor);
      const key = JSON.stringify(aggregate);
      const known = aggregates.get(key) ?? { index: aggregates.size, aggregate };
      aggregates.set(key, known);
      return known.index;
    }),
  );
  const groups = reducer.reduce(
    { ...scope, aggregates: [...aggregates.values()].map(({ aggregate }) => aggregate) },
    context.bounds,
  );
  return metrics.map((one, index) => ({ ...one, scope, groups, columns: columns[index] as readonly number[] }));
}
