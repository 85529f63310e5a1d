import type { Agreement } from '@sameteam/agreement';
import type { StageId } from '@sameteam/model';
import type { MetricDefinition } from '../metrics/define-metric.ts';
import { metricDefinition } from '../metrics/registry.ts';
import { type Aggregate, aggregateKey, amongReached } from './aggregate.ts';
import { type CalendarRules, dayNumber } from './calendar.ts';
import { dimension, type FactColumn } from './dimensions.ts';
import { measureAggregates } from './measure.ts';
import type { Grain, Plan } from './plan.ts';
import type { ReduceQuery, Scope } from './query.ts';

/** The metrics of a plan that one query answers, and where their aggregates stand in it. */
export interface CompiledQuery {
  readonly query: ReduceQuery;
  readonly metrics: readonly { readonly metric: MetricDefinition; readonly at: readonly number[] }[];
}

/** The calendar of an agreement. */
export function calendarRules(agreement: Agreement): CalendarRules {
  const starts = agreement.fiscalYear?.starts ?? '01-01';
  const week = agreement.fiscalYear?.week ?? 'mon';
  return {
    fiscalStartMonth: Number(starts.slice(0, 2)),
    weekStart: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].indexOf(week) + 1,
  };
}

/** The calendar grain among the dimensions of a plan. */
export function planGrain(plan: Plan): Grain | null {
  for (const id of plan.by) {
    const found = dimension(id);
    if (found?.kind === 'calendar') return found.grain;
  }
  return null;
}

/** The event that a metric of this plan is anchored at. */
export function metricAnchor(plan: Plan, metric: MetricDefinition): StageId {
  return plan.anchor ?? metric.anchor;
}

/** The rows that a metric of a plan sees. */
export function metricScope(plan: Plan, metric: MetricDefinition): Scope {
  const anchor = metricAnchor(plan, metric);
  return {
    grain: metric.measure.kind === 'sum' ? 'opportunities' : 'leads',
    anchor,
    firstDay: plan.from === null ? null : dayNumber(plan.from),
    lastDay: plan.to === null ? null : dayNumber(plan.to),
    filters: plan.filters.flatMap((filter) => {
      const column = factColumn(filter.dimension, anchor);
      if (column === null) return [];
      return [{ column, values: 'in' in filter ? filter.in : filter.notIn, negate: !('in' in filter) }];
    }),
  };
}

/** Columns of the dimensions of a plan, without its calendar grain. */
export function planColumns(plan: Plan, anchor: StageId): readonly FactColumn[] {
  return plan.by.flatMap((id) => factColumn(id, anchor) ?? []);
}

function factColumn(id: string, anchor: StageId): FactColumn | null {
  const found = dimension(id);
  return found?.kind === 'fact' ? found.column(anchor) : null;
}

/** Queries of a plan: one for each grain and anchor, so that metrics that can share a pass over the facts do. */
export function compilePlan(plan: Plan, agreement: Agreement): readonly CompiledQuery[] {
  const grain = planGrain(plan);
  const groups = new Map<string, { scope: Scope; metrics: MetricDefinition[] }>();
  for (const id of plan.metrics) {
    const metric = metricDefinition(id);
    if (metric === undefined) continue;
    const scope = metricScope(plan, metric);
    const key = `${scope.grain} ${scope.anchor}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { scope, metrics: [metric] });
    else group.metrics.push(metric);
  }
  return [...groups.values()].map(({ scope, metrics }) => {
    const aggregates = new Map<string, { index: number; aggregate: Aggregate }>();
    const placed = metrics.map((metric) => ({
      metric,
      at: measureAggregates(metric.measure).map((measured) => {
        const aggregate = amongReached(measured, scope.anchor);
        const key = aggregateKey(aggregate);
        const known = aggregates.get(key) ?? { index: aggregates.size, aggregate };
        aggregates.set(key, known);
        return known.index;
      }),
    }));
    return {
      query: {
        ...scope,
        dimensions: planColumns(plan, scope.anchor),
        calendar: grain === null ? null : { grain, rules: calendarRules(agreement) },
        aggregates: [...aggregates.values()].map(({ aggregate }) => aggregate),
      },
      metrics: placed,
    };
  });
}
