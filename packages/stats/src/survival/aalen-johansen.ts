import { checkConfidence } from '../checks.ts';
import type { ConfidenceOption } from '../confidence.ts';
import { StatsError } from '../stats-error.ts';
import { checkHistogram, type EventHistogram } from './event-histogram.ts';
import { type Incidence, IncidenceFold } from './incidence-fold.ts';

/** Durations with competing ends, and where to read the curves. */
export interface CompetingEnds extends EventHistogram, ConfidenceOption {
  /** Time at which the incidence is read, included; from 0, in the unit of `time`. */
  readonly horizon: number;
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
 * Greenwood's for a single cause. Values as R's `survfit` of several states, `etm` and `cmprsk::cuminc`; variances as
 * `survfit` and `etm`; `cuminc` prints Aalen's of 1978, within 6 % while more than ten are at risk. O(times × causes).
 * @returns `null` when there are no subjects
 * @throws StatsError `unequal-lengths`, `times-not-increasing`, `not-a-count`, `not-a-probability`, `not-a-number` for the horizon
 * @example
 * aalenJohansen({ time: [1, 2, 3], events: [[1, 0, 1], [0, 1, 0]], censored: [0, 0, 1], horizon: 3 })
 *   ?.incidence.map(({ value }) => value) // [0.5, 0.25]
 */
export function aalenJohansen(ends: CompetingEnds): IncidenceAtHorizon | null {
  const { time, horizon, confidence = 0.95 } = ends;
  checkConfidence(confidence);
  if (!(horizon >= 0 && horizon < Number.POSITIVE_INFINITY)) {
    throw new StatsError('not-a-number', { name: 'horizon', value: horizon });
  }
  const subjects = checkHistogram(ends);
  if (subjects === 0) return null;
  const fold = new IncidenceFold(ends, subjects);
  for (let index = 0; index < time.length && (time[index] ?? 0) <= horizon; index++) fold.step(index);
  return {
    incidence: fold.incidence(confidence),
    survival: fold.survival,
    subjects,
    isReached: fold.survival === 0 || lastSeen(ends) >= horizon,
  };
}

function lastSeen({ time, events, censored }: EventHistogram): number {
  for (let index = time.length - 1; index >= 0; index--) {
    if ((censored[index] ?? 0) > 0 || events.some((counts) => (counts[index] ?? 0) > 0)) return time[index] ?? 0;
  }
  return Number.NEGATIVE_INFINITY;
}
