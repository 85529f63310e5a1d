import { nearestName } from '@sameteam/model';
import { newcombeInterval, type RateChange, rateChange } from '@sameteam/stats';
import type { Engine } from '../../engine.ts';
import type { MetricDefinition } from '../../metrics/define-metric.ts';
import { MetricsError } from '../../metrics-error.ts';
import { type PlanRequest, parsePlan } from '../../plan/parse-plan.ts';
import type { Grain } from '../../plan/plan.ts';
import { anchorInWords } from '../anchor-in-words.ts';
import { figureText } from '../figure-in-words.ts';
import { metricMeasure } from '../metric-measure.ts';

/** A question whether a rate has changed. */
export interface ChangeRequest extends Omit<PlanRequest, 'metrics' | 'by' | 'top' | 'cellLimit'> {
  /** A share of a cohort, such as `mql_to_sal_rate`. */
  readonly metric: string;
  /** Chance of ever raising a false alarm, in (0, 1); 0.05 unless told. */
  readonly alpha?: number | undefined;
}

/** One period of a rate that is watched. */
export interface ChangePeriod {
  /** As the grain names it: the first day of a week. */
  readonly period: string;
  readonly hits: number;
  readonly trials: number;
  readonly rate: number | null;
  /** Bounds of its own 95 % interval. */
  readonly low: number | null;
  readonly high: number | null;
  /** Whether it has had its time: only those are judged. */
  readonly isJudged: boolean;
}

/** Whether a rate has really changed, or only scatters. */
export interface ChangeReport {
  readonly metric: string;
  readonly label: string;
  readonly anchor: string;
  readonly grain: Grain;
  /** Every period, in order. */
  readonly periods: readonly ChangePeriod[];
  /** Of the periods that are judged; see `rateChange` of @sameteam/stats. Indices count those. */
  readonly found: RateChange;
  /** The change, with names of periods; `null` without an alarm. */
  readonly change: {
    readonly direction: 'up' | 'down';
    /** The period since when it is likeliest, and the first and last one that cannot be ruled out. */
    readonly since: string;
    readonly sinceFrom: string;
    readonly sinceTo: string;
    readonly before: { readonly hits: number; readonly trials: number };
    readonly after: { readonly hits: number; readonly trials: number };
    /** Difference of the two rates, after less before, with its 95 % interval (Newcombe). */
    readonly difference: { readonly value: number; readonly low: number; readonly high: number };
  } | null;
  /** Chance of ever raising a false alarm, however often one looks. */
  readonly alpha: number;
  /** What it comes to, to be read. */
  readonly sentences: readonly string[];
  /** ISO 8601. */
  readonly asOf: string;
}

/**
 * Whether a rate has really risen or fallen from week to week, or only scatters as counts do: for those who look at it every
 * week, and would be fooled by a test at each look. Periods whose cohort is still young are shown and not judged, since they
 * are low for a reason of their own; so is a period that is not over.
 * @throws MetricsError `unknown-metric`, `no-change`, `bad-alpha`, and those of `parsePlan`
 * @example
 * const report = await runChange(engine, { metric: 'mql_to_sal_rate', grain: 'month' }, { nowMs });
 * report.change === null && report.sentences.length > 0 // true
 */
export async function runChange(
  engine: Pick<Engine, 'agreement' | 'metrics' | 'run'>,
  { metric: id, alpha = 0.05, grain = 'week', ...asked }: ChangeRequest,
  { nowMs }: { readonly nowMs: number },
): Promise<ChangeReport> {
  const metric = rateOf(id, engine.metrics);
  if (!(alpha > 0 && alpha < 1)) throw new MetricsError('bad-alpha', { found: String(alpha) });
  const plan = parsePlan(
    { ...asked, metrics: [id], grain },
    { zone: engine.agreement.timeZone, nowMs, metrics: engine.metrics },
  );
  const rows = await engine.run(plan);
  const periods = rows.map(
    ({ dimensions, numerator, denominator, value, low, high, mature }): ChangePeriod => ({
      period: dimensions[grain] ?? '',
      hits: numerator ?? 0,
      trials: denominator ?? 0,
      rate: value,
      low,
      high,
      isJudged: mature !== false,
    }),
  );
  const judged = periods.filter(({ isJudged }) => isJudged);
  const found = rateChange(judged, { alpha });
  const change = changeOf(found, judged);
  const report = {
    metric: id,
    label: metric.label,
    anchor: rows[0]?.anchor ?? metric.anchor,
    grain,
    periods,
    found,
    change,
    alpha,
    asOf: new Date(plan.asOfMs).toISOString(),
  };
  return { ...report, sentences: changeInWords(report) };
}

function rateOf(id: string, metrics: readonly MetricDefinition[]): MetricDefinition {
  const ids = metrics.map((one) => one.id);
  const metric = metrics.find((one) => one.id === id);
  if (metric === undefined) throw new MetricsError('unknown-metric', { id, nearest: nearestName(id, ids) });
  const isRate = (one: MetricDefinition) => metricMeasure(one).kind === 'rate';
  if (isRate(metric)) return metric;
  throw new MetricsError('no-change', {
    metric: id,
    known: ids.filter((_, at) => isRate(metrics[at] ?? metric)).join(', '),
  });
}

function changeOf({ change }: RateChange, periods: readonly ChangePeriod[]): ChangeReport['change'] {
  if (change === null) return null;
  const { before, after, since } = change;
  const interval = newcombeInterval(after, before);
  const value = after.hits / after.trials - before.hits / before.trials;
  const nameOf = (index: number) => periods[index]?.period ?? '';
  return {
    direction: change.direction,
    since: nameOf(since.period),
    sinceFrom: nameOf(since.low),
    sinceTo: nameOf(since.high),
    before,
    after,
    difference: { value, low: interval?.low ?? value, high: interval?.high ?? value },
  };
}

const percent = (share: number) => figureText('ratio', share, null);

/** In points: the difference of two shares has no percent. */
const points = (share: number) => `${share > 0 ? '+' : ''}${percent(share).replace(' %', '')}`;

function changeInWords({
  label,
  anchor,
  grain,
  periods,
  found,
  change,
  alpha,
}: Omit<ChangeReport, 'sentences'>): readonly string[] {
  const judged = periods.filter(({ isJudged }) => isJudged).length;
  const young = periods.length - judged;
  const certainty = `Whoever looks at it every ${grain} for ever gets a false alarm with a chance of at most ${percent(alpha)}.`;
  const waits =
    young === 0
      ? []
      : [`${young} ${grain}${young === 1 ? ' is' : 's are'} too young to be judged: not all of it has had its time.`];
  if (judged <= 3)
    return [
      `${label}: there are ${judged} ${grain}s to judge, and the first three only teach what the rate is.`,
      ...waits,
    ];
  if (change === null) {
    return [
      `${label}: no change can be told from chance by ${judged} ${grain}s. That is no proof that there is none: a few ${grain}s, or few leads in each, show only a large one.`,
      `The evidence for a change is ${figureText('number', found.highestEvidence, null)} at its highest; an alarm takes ${figureText('number', found.limit, null)}. ${certainty}`,
      ...waits,
    ];
  }
  const { direction, before, after, difference, since, sinceFrom, sinceTo } = change;
  const range = sinceFrom === sinceTo ? '' : ` (between ${sinceFrom} and ${sinceTo})`;
  return [
    `${label} has really ${direction === 'up' ? 'risen' : 'fallen'}: from ${percent(before.hits / before.trials)} (${before.hits} of ${before.trials}) to ${percent(after.hits / after.trials)} (${after.hits} of ${after.trials}) since the ${grain} of ${since}${range}, by the date of ${anchorInWords(anchor)}.`,
    `That is ${points(difference.value)} points (95 % interval ${points(difference.low)} to ${points(difference.high)}, if the ${grain} were known beforehand).`,
    `It is not noise. ${certainty}`,
    ...waits,
  ];
}
