import type { Agreement } from '@sameteam/agreement';
import type { MetricDefinition } from '../metrics/define-metric.ts';
import { MetricsError } from '../metrics-error.ts';
import { type CalendarRules, dayNumber } from '../plan/calendar.ts';
import { type DimensionPlace, dimensionColumn } from '../plan/dimension-columns.ts';
import { dimension } from '../plan/dimensions.ts';
import type { Grain, Plan } from '../plan/plan.ts';
import type { ColumnFilter, GroupedScope } from '../plan/reduction.ts';
import type { RowMeasure } from './fact-measure.ts';
import { dimensionsAt } from './metric-dimensions.ts';
import { everyRow } from './row-tests.ts';

/** The calendar of an agreement. */
export function calendarRules(agreement: Pick<Agreement, 'fiscalYear'>): CalendarRules {
  const starts = agreement.fiscalYear?.starts ?? '01-01';
  const week = agreement.fiscalYear?.week ?? 'mon';
  return {
    fiscalStartMonth: Number(starts.slice(0, 2)),
    weekStart: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].indexOf(week) + 1,
  };
}

/** The calendar grain among the dimensions of a plan. */
export function planGrain(plan: Pick<Plan, 'by'>): Grain | null {
  for (const id of plan.by) {
    const found = dimension(id);
    if (found?.kind === 'calendar') return found.grain;
  }
  return null;
}

/** Where a metric of a plan reads its dimensions. */
export function metricPlace(
  plan: Pick<Plan, 'anchor'>,
  metric: Pick<MetricDefinition, 'anchor'>,
  measure: RowMeasure,
): DimensionPlace {
  const anchor = plan.anchor !== null && measure.anchors.includes(plan.anchor) ? plan.anchor : metric.anchor;
  return { grain: measure.grain, anchor, readAt: measure.readAt };
}

/**
 * The rows that a metric of a plan sees, in the groups of the plan.
 * @throws MetricsError `no-such-dimension` for a dimension that the facts of the metric do not know
 */
export function metricScope(
  plan: Plan,
  metric: Pick<MetricDefinition, 'id' | 'anchor'>,
  measure: RowMeasure,
  agreement: Agreement,
): GroupedScope {
  const place = metricPlace(plan, metric, measure);
  const grain = planGrain(plan);
  const columnOf = (id: Plan['by'][number]): string => {
    const column = dimensionColumn(id, place);
    if (column === null) {
      const known = dimensionsAt(place).join(', ');
      throw new MetricsError('no-such-dimension', { metric: metric.id, dimension: id, known });
    }
    return column;
  };
  const filters = plan.filters.map((filter): ColumnFilter => {
    const values = 'in' in filter ? filter.in : filter.notIn;
    return { column: columnOf(filter.dimension), values, negate: !('in' in filter) };
  });
  return {
    grain: place.grain,
    anchor: `at_${place.anchor}`,
    firstDay: plan.from === null ? null : dayNumber(plan.from),
    lastDay: plan.to === null ? null : dayNumber(plan.to),
    filters,
    where: measure.only ?? everyRow,
    dimensions: plan.by.filter((id) => dimension(id)?.kind === 'fact').map(columnOf),
    calendar: grain === null ? null : { grain, rules: calendarRules(agreement) },
  };
}
