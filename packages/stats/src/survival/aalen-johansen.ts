import { checkConfidence } from '../checks.ts';
import type { Interval } from '../interval.ts';
import { StatsError } from '../stats-error.ts';
import { checkHistogram, type EventHistogram } from './event-histogram.ts';
import { complementaryLogLogInterval } from './log-log-interval.ts';

/** Durations with competing ends, and where to read the curves. */
export interface CompetingEnds extends EventHistogram {
  /** Time at which the incidence is read, included; from 0, in the unit of `time`. */
  readonly horizon: number;
  /** Share of such intervals that hold the true value, between 0 and 1; 0.95 unless told. */
  readonly confidence?: number;
}

/** The share that has ended by one cause. */
export interface Incidence {
  /** In [0, 1]. */
  readonly value: number;
  /** Variance by the delta method. */
  readonly variance: number;
  /** Pointwise interval on the scale log(-log); `null` where `value` is 0 or 1. */
  readonly interval: Interval | null;
}

/** Where everybody is at the horizon. */
export interface IncidenceAtHorizon {
  /** One for each cause, in the order of `events`. Together with `survival` they make 1. */
  readonly incidence: readonly Incidence[];
  /** Share that has not ended. */
  readonly survival: number;
  /** Subjects in all. */
  readonly subjects: number;
  /** Whether the data reach the horizon: somebody was followed to it, or all had ended before. If not, the values are those of the last time and too low. */
  readonly isReached: boolean;
}

/**
 * Aalen-Johansen estimate of the cumulative incidence of competing ends at a horizon: the share that has ended
 * by each cause, though some are not followed to the horizon. Reading 1 - Kaplan-Meier per cause instead
 * takes the other ends for censoring and is too high.
 * Source: Aalen and Johansen 1978; variance by the delta method, Marubini and Valsecchi 1995 (10.12), which is
 * Greenwood's for a single cause. O(times × causes).
 * @returns `null` when there are no subjects
 * @throws StatsError `unequal-lengths`, `times-not-increasing`, `not-a-count`, `not-a-probability`, `not-a-number` for the horizon
 * @example
 * aalenJohansen({ time: [1, 2, 3], events: [[1, 0, 1], [0, 1, 0]], censored: [0, 0, 1], horizon: 3 })
 *   ?.incidence.map(({ value }) => value) // [0.5, 0.25]
 */
export function aalenJohansen(ends: CompetingEnds): IncidenceAtHorizon | null {
  const { time, events, censored, horizon, confidence = 0.95 } = ends;
  checkConfidence(confidence);
  if (!(horizon >= 0 && horizon < Number.POSITIVE_INFINITY)) {
    throw new StatsError('not-a-number', { name: 'horizon', value: horizon });
  }
  const subjects = checkHistogram(ends);
  if (subjects === 0) return null;
  const sums = events.map(() => new CauseSums());
  let atRisk = subjects;
  let survival = 1;
  for (let index = 0; index < time.length && (time[index] ?? 0) <= horizon && atRisk > 0; index++) {
    const ended = events.reduce((sum, counts) => sum + (counts[index] ?? 0), 0);
    for (const [cause, sum] of sums.entries()) sum.add(events[cause]?.[index] ?? 0, ended, atRisk, survival);
    survival *= (atRisk - ended) / atRisk;
    atRisk -= ended + (censored[index] ?? 0);
  }
  const last = lastSeen(ends);
  return {
    incidence: sums.map((sum) => {
      const estimate = { value: sum.incidence, variance: sum.variance() };
      return { ...estimate, interval: complementaryLogLogInterval({ ...estimate, confidence }) };
    }),
    survival,
    subjects,
    isReached: survival === 0 || last >= horizon,
  };
}

function lastSeen({ time, events, censored }: EventHistogram): number {
  for (let index = time.length - 1; index >= 0; index--) {
    if ((censored[index] ?? 0) > 0 || events.some((counts) => (counts[index] ?? 0) > 0)) return time[index] ?? 0;
  }
  return Number.NEGATIVE_INFINITY;
}

/**
 * Sums of one cause from which its variance at any later time t follows: the double sum over
 * (F(t) - F(tj))² is multiplied out, so that one pass is enough.
 */
class CauseSums {
  incidence = 0;
  #square = 0;
  #squareTimesF = 0;
  #squareTimesFF = 0;
  #own = 0;
  #cross = 0;
  #crossTimesF = 0;

  add(own: number, all: number, atRisk: number, survivalBefore: number): void {
    this.incidence += (survivalBefore * own) / atRisk;
    const here = this.incidence;
    const cross = (survivalBefore * own) / (atRisk * atRisk);
    // When all end at once nothing comes later: F(t) - F(tj) is 0 and takes the infinite factor with it.
    const square = all < atRisk ? all / (atRisk * (atRisk - all)) : 0;
    this.#square += square;
    this.#squareTimesF += square * here;
    this.#squareTimesFF += square * here * here;
    this.#own += (survivalBefore * survivalBefore * own * (atRisk - own)) / atRisk ** 3;
    this.#cross += cross;
    this.#crossTimesF += cross * here;
  }

  variance(): number {
    const f = this.incidence;
    const spread = f * f * this.#square - 2 * f * this.#squareTimesF + this.#squareTimesFF;
    return Math.max(0, spread + this.#own - 2 * (f * this.#cross - this.#crossTimesF));
  }
}
