import { StatsError } from '../stats-error.ts';
import type { SurvivalPoint } from './kaplan-meier.ts';

/** When a share has ended, and how sure that is. */
export interface SurvivalQuantile {
  /** `null` when the curve does not come down that far: too many are still open. */
  readonly value: number | null;
  /** The earliest time that the data allow; `null` when even the lower band does not come down that far. */
  readonly low: number | null;
  /** The latest time that the data allow; `null` when there is none, as often under censoring. */
  readonly high: number | null;
}

/**
 * The time by which a share p has ended, with its interval: the times at which the band of the curve still holds 1 - p.
 * Where a curve lies exactly at 1 - p for a while, the middle of that while.
 * Source: Brookmeyer and Crowley 1982, on the log-log band of the curve; as R's `quantile.survfit`. O(steps).
 * @param curve steps of `kaplanMeier`, whose confidence it takes over
 * @param p in [0, 1]
 * @throws StatsError `not-a-probability`
 * @example
 * const curve = kaplanMeier({ time: [2, 3, 5, 8, 13], events: [3, 3, 2, 1, 0], censored: [0, 1, 2, 2, 3] });
 * survivalQuantile(curve, 0.25) // { value: 3, low: 2, high: 5 }
 */
export function survivalQuantile(curve: readonly SurvivalPoint[], p: number): SurvivalQuantile {
  if (!(p >= 0 && p <= 1)) throw new StatsError('not-a-probability', { name: 'p', value: p });
  return {
    value: crossing(curve, p, ({ survival }) => survival),
    low: crossing(curve, p, ({ interval }) => interval?.low ?? null),
    high: crossing(curve, p, ({ interval }) => interval?.high ?? null),
  };
}

/**
 * The time by which half has ended, with its interval: `survivalQuantile` at one half.
 * @example
 * survivalMedian(kaplanMeier({ time: [2, 3, 5, 8, 13], events: [3, 3, 2, 1, 0], censored: [0, 1, 2, 2, 3] }))
 * // { value: 8, low: 3, high: null }
 */
export function survivalMedian(curve: readonly SurvivalPoint[]): SurvivalQuantile {
  return survivalQuantile(curve, 0.5);
}

/** When a level first comes down to 1 - p. A level of `null` is unknown. */
function crossing(
  curve: readonly SurvivalPoint[],
  p: number,
  level: (point: SurvivalPoint) => number | null,
): number | null {
  // A level that is 1 - p on paper is off by the rounding errors of its factors; R allows for as much.
  const tolerance = 1.5e-8;
  if (p === 0) return curve.length === 0 ? null : 0;
  const known = curve.filter((point) => point.atRisk > 0 && level(point) !== null);
  const ended = (point: SurvivalPoint) => 1 - (level(point) ?? Number.NaN);
  const first = known.find((point) => ended(point) >= p - tolerance);
  if (first === undefined) return null;
  const beyond = known.find((point) => ended(point) >= p + tolerance);
  // A curve that ends at the level lies there until the last time at which anybody was seen.
  const until = beyond ?? curve.findLast((point) => point.atRisk > 0);
  return until === undefined ? null : (first.time + until.time) / 2;
}
