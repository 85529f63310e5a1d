import { arrivalQuantile, quantileIntervalOfCounts } from '@sameteam/stats';
import type { HistogramQuery, WaitingGroup, WaitingQuery } from '../plan/reduction.ts';
import { arrivalsOf } from './arrivals-of.ts';
import { atPlaces } from './at-places.ts';
import { byGroup } from './by-group.ts';
import type { Figures } from './figures.ts';
import { measureWindow } from './measure-window.ts';
import type { RowPlace } from './metric-result.ts';
import type { ReducedMetric } from './reduce-metrics.ts';
import type { ReportContext } from './report-context.ts';
import { wayOf } from './way-of.ts';

const daySeconds = 86_400;

/** Up to so many durations in all, their interval is that of the very values; beyond, it is to the day. */
const mostValues = 20_000;

/**
 * Adds to quantiles of durations their interval, and to those of young cohorts what they are expected to come to once
 * those who are still on their way have arrived: a median of those who have arrived by now is that of the quick ones.
 * Decision 28 says how.
 */
export async function withDurationIntervals(
  figures: ReadonlyMap<string, Figures>,
  places: readonly RowPlace[],
  { measure, scope }: ReducedMetric,
  context: ReportContext,
): Promise<ReadonlyMap<string, Figures>> {
  if (measure.kind !== 'seconds' || typeof measure.p !== 'number') return figures;
  const { value, counted, unitSeconds, p } = measure;
  let durations = 0;
  for (const { denominator } of figures.values()) durations += denominator ?? 0;
  if (durations === 0) return figures;
  const window = measureWindow(measure, context.agreement);
  const isYoung = window !== null && [...figures.values()].some(({ mature }) => mature === false);
  const way = unitSeconds === daySeconds ? wayOf(measure) : null;
  const isByDay = durations > mostValues;
  const [histogram, waiting] = await Promise.all([
    isByDay ? [] : histogramOf({ ...scope, value, rows: counted, limit: mostValues }, context),
    way === null || !(isYoung || isByDay)
      ? []
      : waitingOf({ ...scope, from: way.from, to: way.to, end: null, waiting: way.rows }, context),
  ]);
  const values = byGroup(histogram);
  const days = byGroup(waiting);
  return atPlaces(places, (place) => {
    const of = figures.get(place.key) as Figures;
    if (of.value === null) return of;
    const watched = days.get(place.key) ?? [];
    const bounded = { ...of, ...(isByDay ? boundsByDay(watched, p) : bounds95(values.get(place.key) ?? [])) };
    if (of.mature !== false || window === null) return bounded;
    return { ...bounded, ...expected(watched, window.days, of.value) };
  });

  function bounds95(of: readonly { readonly value: number; readonly rows: number }[]) {
    const counts = of.map(({ value: seconds, rows }) => ({ value: seconds / unitSeconds, count: rows }));
    const { low, high } = quantileIntervalOfCounts(counts, p as number);
    return { low, high };
  }

  /** By those who were watched longest; nothing is known where that is shorter than the window. */
  function expected(watched: readonly WaitingGroup[], windowDays: number, now: number): Partial<Figures> {
    const arrivals = arrivalsOf(watched);
    const horizon = arrivals.time.at(-1) ?? 0;
    if (horizon < windowDays || horizon === 0) return {};
    const found = arrivalQuantile({ ...arrivals, p: p as number, horizon, step: 1 });
    if (found === null) return {};
    // By the day nothing is known of what is within one: where it is the same day, it is the same time.
    const isSameDay = Math.ceil(found.value) === Math.ceil(now);
    return { projected: isSameDay ? now : found.value, projectedLow: found.low, projectedHigh: found.high };
  }
}

/** Outward to whole days: who took a started day took more than the days before it. */
function boundsByDay(watched: readonly WaitingGroup[], p: number): Partial<Figures> {
  const counts = watched.filter(({ ended }) => ended).map(({ days, rows }) => ({ value: days, count: rows }));
  const { low, high } = quantileIntervalOfCounts(counts, p);
  return { low: low === null ? null : Math.max(0, low - 1), high };
}

/** Median and 90th percentile of one duration ask the same. */
const asked = new WeakMap<ReportContext, Map<string, Promise<unknown>>>();

function once<A>(context: ReportContext, query: object, ask: () => Promise<A>): Promise<A> {
  const known = asked.get(context) ?? new Map<string, Promise<unknown>>();
  asked.set(context, known);
  const key = JSON.stringify(query);
  const answer = (known.get(key) as Promise<A> | undefined) ?? ask();
  known.set(key, answer);
  return answer;
}

function histogramOf(query: HistogramQuery, context: ReportContext) {
  return once(context, query, () => context.reducer.histogram(query, context.bounds));
}

function waitingOf(query: WaitingQuery, context: ReportContext) {
  return once(context, query, () => context.reducer.waiting(query, context.bounds));
}
