import { kaplanMeier, logRankTest, survivalQuantile } from '@sameteam/stats';
import type { Engine } from '../../engine.ts';
import { groupAddresses, groupKey } from '../../plan/group-addresses.ts';
import { arrivalsOf, type DayHistogram } from '../arrivals-of.ts';
import { byGroup } from '../by-group.ts';
import { boundsOf } from '../create-reports.ts';
import { measureWindow } from '../measure-window.ts';
import { calendarRules, metricPlace, metricScope, planGrain } from '../metric-scope.ts';
import { namedDimensions } from '../run-report.ts';
import { type CurveRequest, checkCurve } from './curve-request.ts';

/** What holds from a day after the start until the next point. */
export interface CurvePoint {
  /** Days of 24 hours since the start; a started day counts whole. */
  readonly day: number;
  /** How many had neither arrived before this day nor been watched for less. */
  readonly atRisk: number;
  /** How many arrived on it. */
  readonly arrived: number;
  /** Share that has arrived up to and including it, in [0, 1], those who were lost among the others. */
  readonly share: number;
  /** Bounds of its 95 % interval; `null` at 0 and 1. */
  readonly low: number | null;
  readonly high: number | null;
}

/** The days after which a share of all has arrived; `null` where so many have not. */
export interface CurveQuantile {
  readonly days: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** Those who started in one group of the plan. */
export interface CurveCohort {
  /** The value of each dimension; empty for all together. */
  readonly dimensions: Readonly<Record<string, string | null>>;
  readonly started: number;
  readonly arrived: number;
  /** Days up to which anybody was watched: beyond them nothing is known. */
  readonly watchedDays: number;
  /** One for each day on which anybody arrived or was last seen, up to the days of the curve. */
  readonly points: readonly CurvePoint[];
  /** How many had not arrived at the last point and were watched beyond it. */
  readonly beyond: number;
  /** When half of all who started have arrived. */
  readonly half: CurveQuantile;
}

/** How many of those who start arrive by when, cohort by cohort. */
export interface CurveReport {
  readonly metric: string;
  readonly label: string;
  /** The event that places cohorts in time. */
  readonly anchor: string;
  /** Names of the two events, as anchors are named. */
  readonly from: string;
  readonly to: string;
  /** Days of the curves. */
  readonly days: number;
  readonly cohorts: readonly CurveCohort[];
  /** Log-rank test of whether the cohorts arrive at different speeds; `null` for fewer than two. */
  readonly difference: { readonly chiSquare: number; readonly degrees: number; readonly pValue: number } | null;
  /** ISO 8601. */
  readonly asOf: string;
}

/** Days of a curve of a metric that has no window. */
const usualDays = 365;

/**
 * How many of those who started have arrived by which day, with 95 % intervals, for a rate or a duration: the curve behind
 * both. Who has been watched for a short time only counts for as long as that; who was lost, rejected or disqualified stays
 * among those who have not arrived, so that the curve ends at the share that comes at all (decision 7).
 * @throws MetricsError `unknown-metric`, `no-curve`, `bad-days`, `too-many-cells`, and those of `parsePlan`
 * @example
 * const report = await runCurve(engine, { metric: 'lead_to_win_rate', grain: 'month' }, { nowMs });
 * report.cohorts.every(({ started, arrived }) => arrived <= started) // true
 */
export async function runCurve(
  engine: Pick<Engine, 'agreement' | 'metrics' | 'withReducer'>,
  request: CurveRequest,
  { nowMs }: { readonly nowMs: number },
): Promise<CurveReport> {
  const { metric, measure, way, plan, days: asked } = checkCurve(request, engine, nowMs);
  return engine.withReducer(async (reducer, agreementOf) => {
    const agreement = agreementOf(plan);
    const days = asked ?? Math.ceil(measureWindow(measure, agreement)?.days ?? usualDays);
    const scope = metricScope(plan, metric, measure, agreement);
    const query = { ...scope, from: way.from, to: way.to, end: null, waiting: way.rows };
    const found = await reducer.waiting(query, boundsOf(plan));
    const groups = byGroup(found);
    const grain = planGrain(plan);
    const calendar = grain === null ? null : { grain, rules: calendarRules(agreement) };
    const addresses = groupAddresses(found, calendar, {
      firstDay: plan.from === null ? null : scope.firstDay,
      lastDay: plan.to === null ? null : scope.lastDay,
      width: scope.dimensions.length,
      metrics: 1,
      limit: plan.cellLimit,
    });
    const histograms = addresses.map((address) => arrivalsOf(groups.get(groupKey(address)) ?? []));
    const compared = histograms.filter(({ time }) => time.length > 0);
    const test = compared.length < 2 ? null : logRankTest(compared);
    return {
      metric: metric.id,
      label: metric.label,
      anchor: metricPlace(plan, metric, measure).anchor,
      from: way.from.slice('at_'.length),
      to: way.to.slice('at_'.length),
      days,
      cohorts: addresses.map((address, index) => ({
        dimensions: namedDimensions(plan, address, calendar),
        ...cohortOf(histograms[index] as DayHistogram, days),
      })),
      difference: test === null ? null : { chiSquare: test.chiSquare, degrees: test.degrees, pValue: test.pValue },
      asOf: new Date(plan.asOfMs).toISOString(),
    };
  });
}

function cohortOf(histogram: DayHistogram, days: number): Omit<CurveCohort, 'dimensions'> {
  const { time, events, censored } = histogram;
  const curve = kaplanMeier(histogram);
  const { value, low, high } = survivalQuantile(curve, 0.5);
  const arrived = events.reduce((sum, count) => sum + count, 0);
  return {
    started: arrived + censored.reduce((sum, count) => sum + count, 0),
    arrived,
    watchedDays: time.at(-1) ?? 0,
    points: curve
      .filter((point) => point.time <= days)
      .map(({ time: day, atRisk, events: came, survival, interval }) => ({
        day,
        atRisk,
        arrived: came,
        share: 1 - survival,
        low: interval === null ? null : 1 - interval.high,
        high: interval === null ? null : 1 - interval.low,
      })),
    beyond: time.reduce((sum, day, at) => (day > days ? sum + (events[at] ?? 0) + (censored[at] ?? 0) : sum), 0),
    half: { days: value, low, high },
  };
}
