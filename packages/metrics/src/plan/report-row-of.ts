import { type Agreement, clauseAt } from '@sameteam/agreement';
import { wilsonInterval } from '@sameteam/stats';
import type { MetricDefinition } from '../metrics/define-metric.ts';
import type { ReportRow } from '../report-row.ts';
import type { Measure } from './measure.ts';
import { metricWindow } from './metric-window.ts';

const dayMs = 86_400_000;
const daySeconds = 86_400;

/** What an engine has counted for one metric in one group, by name. */
export interface MetricCounts {
  readonly numerator: number;
  readonly denominator: number;
  readonly excluded: number;
  readonly implied: number;
  /** Latest event of the denominator, UTC milliseconds. */
  readonly latestMs: number | null;
  /** Seconds, for a duration. */
  readonly quantile: number | null;
  /** Minor units of the agreement's currency, for a sum. */
  readonly sum: number | null;
}

/** Reads the values of a metric's aggregates, in the order of `measureAggregates`. */
export function metricCounts(values: readonly (number | null)[], excludedByAgreement: number): MetricCounts {
  const [numerator, denominator, excluded, implied, latestMs, quantile] = values;
  return {
    numerator: numerator ?? 0,
    denominator: denominator ?? 0,
    excluded: (excluded ?? 0) + excludedByAgreement,
    implied: implied ?? 0,
    latestMs: latestMs ?? null,
    quantile: quantile ?? null,
    sum: null,
  };
}

/** The row of one metric in one group, without what needs a further look at the facts. */
export function reportRowOf(
  metric: MetricDefinition,
  counts: MetricCounts,
  place: {
    readonly anchor: string;
    readonly dimensions: ReportRow['dimensions'];
    readonly asOfMs: number;
    /** Whether days of the row's period are still to come. */
    readonly isOpen: boolean;
    readonly agreement: Agreement;
  },
): ReportRow {
  const { measure } = metric;
  const window = metricWindow(measure, place.agreement);
  const isRate = measure.kind === 'ratio' || measure.kind === 'within';
  const interval = isRate ? wilsonInterval({ hits: counts.numerator, trials: counts.denominator }) : null;
  const value = measuredValue(measure, counts);
  return {
    metric: metric.id,
    unit: metric.unit,
    anchor: place.anchor,
    dimensions: place.dimensions,
    value,
    numerator: measure.kind === 'duration' ? null : measure.kind === 'sum' ? value : counts.numerator,
    denominator: measure.kind === 'count' || measure.kind === 'sum' ? null : counts.denominator,
    excluded: counts.excluded,
    implied: counts.implied,
    low: interval?.low ?? null,
    high: interval?.high ?? null,
    mature: window === null ? null : isMature(counts, window.days, place),
    projected: null,
    currency: metric.unit === 'money' ? place.agreement.currency : null,
    clause: window?.clause ?? (clauseAt(place.agreement, metric.clause) == null ? null : metric.clause),
    asOf: new Date(place.asOfMs).toISOString(),
  };
}

function measuredValue(measure: Measure, counts: MetricCounts): number | null {
  switch (measure.kind) {
    case 'count':
      return counts.numerator;
    case 'ratio':
    case 'within':
      return counts.denominator === 0 ? null : counts.numerator / counts.denominator;
    case 'duration':
      return counts.quantile === null ? null : counts.quantile / daySeconds;
    case 'sum':
      return counts.sum ?? 0;
  }
}

/** A cohort is mature when its period is over and its youngest member has had the whole window (rule 4). */
function isMature(
  counts: MetricCounts,
  days: number,
  place: { readonly asOfMs: number; readonly isOpen: boolean },
): boolean | null {
  if (counts.latestMs === null) return null;
  return !place.isOpen && counts.latestMs + days * dayMs <= place.asOfMs;
}
