import { checkConfidence } from '../checks.ts';
import type { ConfidenceOption } from '../confidence.ts';
import { checkHistogram, type EventHistogram } from './event-histogram.ts';
import { type Incidence, IncidenceFold } from './incidence-fold.ts';

/** A step of the curves of competing ends: what holds from `time` until the next step. */
export interface IncidencePoint {
  readonly time: number;
  /** Subjects that had neither ended nor been lost before `time`. */
  readonly atRisk: number;
  /** Share that has ended by each cause up to and including `time`, in the order of `events`. */
  readonly incidence: readonly Incidence[];
  /** Share that has not ended. */
  readonly survival: number;
}

/**
 * Aalen-Johansen curves of competing ends over time; `aalenJohansen` reads the same at one time.
 * Source and variance as there; R's `survfit` of several states. O(times × causes).
 * @returns one step per time; an empty list when there are no times
 * @throws StatsError `unequal-lengths`, `times-not-increasing`, `not-a-count`, `not-a-probability`
 * @example
 * incidenceCurve({ time: [1, 2, 3], events: [[1, 0, 1], [0, 1, 0]], censored: [0, 0, 1] })
 *   .map(({ incidence }) => incidence.map(({ value }) => value)) // [[0.25, 0], [0.25, 0.25], [0.5, 0.25]]
 */
export function incidenceCurve(ends: EventHistogram & ConfidenceOption): readonly IncidencePoint[] {
  const { time, confidence = 0.95 } = ends;
  checkConfidence(confidence);
  const fold = new IncidenceFold(ends, checkHistogram(ends));
  return Array.from({ length: time.length }, (_, index) => {
    const atRisk = fold.atRisk;
    fold.step(index);
    return { time: time[index] ?? 0, atRisk, incidence: fold.incidence(confidence), survival: fold.survival };
  });
}
