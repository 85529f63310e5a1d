import type { Agreement } from '@sameteam/agreement';
import { columnKind } from '../facts/schema/fact-schema.ts';
import { MetricsError } from '../metrics-error.ts';
import { bucketLabel, bucketStart, type CalendarRules, dayNumber, nextBucket } from '../plan/calendar.ts';
import { dimension } from '../plan/dimensions.ts';
import type { Cell, Grain, Plan } from '../plan/plan.ts';
import type { GroupedScope, SubjectQuery } from '../plan/reduction.ts';
import type { RowTest } from '../plan/row-test.ts';
import type { FactMeasure, LevelMeasure, RowMeasure } from './fact-measure.ts';
import { measureParts } from './measure-parts.ts';
import { metricMeasure } from './metric-measure.ts';
import type { FindMetric } from './metric-results.ts';
import { calendarRules, metricScope, planGrain } from './metric-scope.ts';
import { startOfDay } from './money-sums.ts';
import { bothOf, everyRow, hasNo, isAtLeast } from './row-tests.ts';

/**
 * The queries for the leads behind a cell of a plan's report.
 * @returns several where a number is made of several, and for the excluded part: what cannot be counted, and what the
 *   agreement takes out
 * @throws MetricsError `cell-not-in-plan`, `no-such-dimension`, `no-leads-behind`
 */
export function leadQueries(plan: Plan, cell: Cell, find: FindMetric, agreement: Agreement): readonly SubjectQuery[] {
  if (!plan.metrics.includes(cell.metric))
    throw new MetricsError('cell-not-in-plan', { what: `metric "${cell.metric}"` });
  for (const id of plan.by) {
    if (!Object.hasOwn(cell.dimensions, id))
      throw new MetricsError('cell-not-in-plan', { what: `no value is given for ${id}` });
  }
  const queries = queriesOf(cell.metric, cell.part);
  if (queries.length === 0) throw new MetricsError('no-leads-behind', { metric: cell.metric });
  return queries;

  function queriesOf(id: string, part: Cell['part']): readonly SubjectQuery[] {
    const metric = find(id);
    const measure: FactMeasure = metricMeasure(metric);
    switch (measure.kind) {
      case 'target':
        return [];
      case 'quotient':
        if (part === 'excluded') return [...queriesOf(measure.over, part), ...queriesOf(measure.under, part)];
        return queriesOf(part === 'numerator' ? measure.over : measure.under, 'numerator');
      case 'sum_of':
      case 'product_of':
        return measure.parts.flatMap((one) => queriesOf(one.metric, part));
      default:
        if (columnKind(measure.grain, 'lead') === undefined) return [];
        return rowQueries(metricScope(plan, metric, measure, agreement), measure, part);
    }
  }

  function rowQueries(scope: GroupedScope, measure: RowMeasure, part: Cell['part']): readonly SubjectQuery[] {
    const grain = planGrain(plan);
    const rules = calendarRules(agreement);
    const label = grain === null ? null : (cell.dimensions[grain] ?? null);
    const bucket = grain === null || label === null ? null : bucketOfLabel(label, grain, rules);
    const dimensions = plan.by.filter((id) => dimension(id)?.kind === 'fact').map((id) => cell.dimensions[id] ?? null);
    const base = { ...scope, address: { dimensions, bucket }, excludedByAgreement: false, column: 'lead' };
    const queries: readonly SubjectQuery[] =
      part === 'excluded'
        ? [
            { ...base, rows: measure.excluded },
            { ...base, rows: everyRow, excludedByAgreement: true },
          ]
        : [{ ...base, rows: measureParts(measure)[part] }];
    if (measure.kind !== 'level') return queries;
    return queries.map((query) => levelQuery(query, measure, bucket, agreement.timeZone));
  }
}

/** Those of the rows that stood at the end (or the beginning) of the period of a cell. */
function levelQuery(
  base: SubjectQuery,
  { left, moment }: LevelMeasure,
  bucket: number | null,
  zone: string,
): SubjectQuery {
  const { calendar, firstDay, lastDay } = base;
  const end =
    bucket === null || calendar === null
      ? lastDay
      : Math.min(nextBucket(bucket, calendar.grain) - 1, lastDay ?? Number.POSITIVE_INFINITY);
  const last = moment === 'closing' ? end : Math.max(bucket ?? -3_000_000, firstDay ?? -3_000_000) - 1;
  const open: RowTest =
    left === null
      ? everyRow
      : last === null
        ? [[hasNo(left)]]
        : [[hasNo(left)], [isAtLeast(left, startOfDay(last + 1, zone))]];
  return {
    ...base,
    firstDay: null,
    lastDay: last,
    calendar: null,
    address: { dimensions: base.address?.dimensions ?? [], bucket: null },
    rows: bothOf(base.rows, open),
  };
}

/** First day of the bucket that a label names. */
function bucketOfLabel(label: string, grain: Grain, rules: CalendarRules): number {
  const year = /\d{4}/.exec(label)?.[0];
  if (year !== undefined) {
    const first = dayNumber(
      grain === 'day' || grain === 'week' ? label : grain === 'month' ? `${label}-01` : `${Number(year) - 1}-01-01`,
    );
    for (let day = first, tries = 0; tries < 1100 && !Number.isNaN(day); day++, tries++) {
      const start = bucketStart(day, grain, rules);
      if (bucketLabel(start, grain, rules) === label) return start;
    }
  }
  throw new MetricsError('cell-not-in-plan', { what: `"${label}" is no ${grain}` });
}
