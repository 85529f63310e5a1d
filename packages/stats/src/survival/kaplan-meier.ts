import { checkConfidence } from '../checks.ts';
import type { ConfidenceOption } from '../confidence.ts';
import type { Interval } from '../interval.ts';
import { checkHistogram } from './event-histogram.ts';
import { logLogInterval } from './log-log-interval.ts';

/** Durations of one kind of end, as a histogram. */
export interface SurvivalHistogram extends ConfidenceOption {
  /** Times from the start, from 0, strictly increasing, in one unit. */
  readonly time: ArrayLike<number>;
  /** How many ended at each time. */
  readonly events: ArrayLike<number>;
  /** How many were last seen, without an end, at each time. They count as at risk at that time. */
  readonly censored: ArrayLike<number>;
}

/** A step of a survival curve: what holds from `time` until the next step. */
export interface SurvivalPoint {
  readonly time: number;
  /** Subjects that had neither ended nor been lost before `time`. */
  readonly atRisk: number;
  /** Subjects that ended at `time`. */
  readonly events: number;
  /** Share that has not ended up to and including `time`, in [0, 1]. */
  readonly survival: number;
  /** Greenwood's variance of `survival`. */
  readonly variance: number;
  /** Pointwise log-log interval of `survival`; `null` where it is 0 or 1. */
  readonly interval: Interval | null;
}

/**
 * Kaplan-Meier estimate of the share that has not ended, with Greenwood's variance.
 * Right-censored durations; those censored at a time are at risk at it.
 * Source: Kaplan and Meier 1958, Greenwood 1926; as R's `survfit(conf.type = "log-log")`. O(times).
 * @returns one step per time; an empty list when there are no times
 * @throws StatsError `unequal-lengths`, `times-not-increasing`, `not-a-count`, `not-a-probability`
 * @example kaplanMeier({ time: [1, 2], events: [1, 1], censored: [0, 2] }).map((point) => point.survival) // [0.75, 0.5]
 */
export function kaplanMeier({
  time,
  events,
  censored,
  confidence = 0.95,
}: SurvivalHistogram): readonly SurvivalPoint[] {
  checkConfidence(confidence);
  let atRisk = checkHistogram({ time, events: [events], censored });
  let survival = 1;
  let greenwood = 0;
  const points: SurvivalPoint[] = [];
  for (let index = 0; index < time.length; index++) {
    const ended = events[index] ?? 0;
    if (atRisk > 0) survival *= (atRisk - ended) / atRisk;
    if (ended < atRisk) greenwood += ended / (atRisk * (atRisk - ended));
    const variance = survival * survival * greenwood;
    points.push({
      time: time[index] ?? 0,
      atRisk,
      events: ended,
      survival,
      variance,
      interval: logLogInterval({ value: survival, variance, confidence }),
    });
    atRisk -= ended + (censored[index] ?? 0);
  }
  return points;
}
