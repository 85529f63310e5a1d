import type { Agreement } from '@sameteam/agreement';
import { wilsonInterval } from '@sameteam/stats';
import type { MetricDefinition } from '../metrics/define-metric.ts';
import type { ReportRow } from '../report-row.ts';
import type { Measure } from './measure.ts';
import { metricClause } from './metric-clause.ts';
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

/** Where a row stands. */
export interface RowPlace {
  readonly dimensions: ReportRow['dimensions'];
  /** Whether days of the row's period are still to come. */
  readonly isOpen: boolean;
}

/**
 * Makes the rows of one metric, without what needs a further look at the facts. What is the same for all of them (the
 * window, the clause, the instant) is looked up once.
 */
export function rowMaker(
  metric: MetricDefinition,
  { anchor, asOfMs, agreement }: { readonly anchor: string; readonly asOfMs: number; readonly agreement: Agreement },
): (counts: MetricCounts, place: RowPlace) => ReportRow {
  const { measure } = metric;
  const window = metricWindow(measure, agreement);
  const clause = metricClause(metric, agreement);
  const asOf = new Date(asOfMs).toISOString();
  const isRate = measure.kind === 'ratio' || measure.kind === 'within';
  const isPlain = measure.kind === 'count' || measure.kind === 'sum';
  return (counts, { dimensions, isOpen }) => {
    const interval = isRate ? wilsonInterval({ hits: counts.numerator, trials: counts.denominator }) : null;
    const value = measuredValue(measure, counts);
    return {
      metric: metric.id,
      unit: metric.unit,
      anchor,
      dimensions,
      value,
      numerator: measure.kind === 'duration' ? null : measure.kind === 'sum' ? value : counts.numerator,
      denominator: isPlain ? null : counts.denominator,
      excluded: counts.excluded,
      implied: counts.implied,
      low: interval?.low ?? null,
      high: interval?.high ?? null,
      mature: window === null ? null : isMature(counts, window.days, { asOfMs, isOpen }),
      projected: null,
      currency: metric.unit === 'money' ? agreement.currency : null,
      clause,
      asOf,
    };
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
