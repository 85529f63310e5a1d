import type { Agreement } from '@sameteam/agreement';
import { metricDefinition } from '../metrics/registry.ts';
import { MetricsError } from '../metrics-error.ts';
import { bucketLabel, bucketStart, dayNumber } from './calendar.ts';
import { calendarRules, metricAnchor, metricScope, planColumns, planGrain } from './compile-plan.ts';
import { dimension } from './dimensions.ts';
import { measureParts } from './measure.ts';
import type { Cell, Plan } from './plan.ts';
import type { LeadQuery } from './query.ts';

/**
 * The query for the leads behind a cell of a plan's report.
 * @returns two for the excluded part of a number: those in an impossible order, and those that the agreement takes out
 * @throws MetricsError `cell-not-in-plan`
 */
export function leadQueries(plan: Plan, cell: Cell, agreement: Agreement): readonly LeadQuery[] {
  const metric = metricDefinition(cell.metric);
  if (metric === undefined || !plan.metrics.includes(cell.metric))
    throw new MetricsError('cell-not-in-plan', { what: `metric "${cell.metric}"` });
  for (const id of plan.by) {
    if (!Object.hasOwn(cell.dimensions, id))
      throw new MetricsError('cell-not-in-plan', { what: `no value is given for ${id}` });
  }
  const grain = planGrain(plan);
  const rules = calendarRules(agreement);
  const label = grain === null ? null : (cell.dimensions[grain] ?? null);
  const parts = measureParts(metric.measure);
  const base = {
    ...metricScope(plan, metric),
    dimensions: planColumns(plan, metricAnchor(plan, metric)),
    calendar: grain === null ? null : { grain, rules },
    values: plan.by.filter((id) => dimension(id)?.kind === 'fact').map((id) => cell.dimensions[id] ?? null),
    bucket: grain === null || label === null ? null : bucketOfLabel(label, grain, rules),
  };
  if (cell.part !== 'excluded') return [{ ...base, where: parts[cell.part], excludedByAgreement: false }];
  return [
    { ...base, where: parts.excluded, excludedByAgreement: false },
    { ...base, where: [[]], excludedByAgreement: true },
  ];
}

/** First day of the bucket that a label names. */
function bucketOfLabel(
  label: string,
  grain: NonNullable<ReturnType<typeof planGrain>>,
  rules: ReturnType<typeof calendarRules>,
): number {
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
