import { checkConfidence, checkCount } from '../checks.ts';
import type { ConfidenceOption } from '../confidence.ts';
import { normalQuantile } from '../distribution/normal-quantile.ts';
import type { Interval } from '../interval.ts';
import { StatsError } from '../stats-error.ts';

/** A proportion as it was counted. */
export interface Proportion {
  /** Successes, an integer in [0, trials]. */
  readonly hits: number;
  /** An integer from 0. */
  readonly trials: number;
}

/**
 * Wilson score interval of a proportion.
 * Source: Wilson 1927; without continuity correction, as R's `prop.test(correct = FALSE)`. O(1).
 * @returns bounds in [0, 1] that hold hits / trials; `null` when there were no trials
 * @throws StatsError `not-a-count`, `more-hits-than-trials`, `not-a-probability`
 * @example wilsonInterval({ hits: 842, trials: 8000 }) // { low: 0.0987…, high: 0.1121… }
 */
export function wilsonInterval({ hits, trials, confidence = 0.95 }: Proportion & ConfidenceOption): Interval | null {
  checkCount('hits', hits);
  checkCount('trials', trials);
  checkConfidence(confidence);
  if (hits > trials) throw new StatsError('more-hits-than-trials', { hits, trials });
  if (trials === 0) return null;
  const z = normalQuantile(0.5 + confidence / 2);
  const rate = hits / trials;
  const zz = (z * z) / trials;
  const centre = (rate + zz / 2) / (1 + zz);
  const half = (z / (1 + zz)) * Math.sqrt((rate * (1 - rate) + zz / 4) / trials);
  // At the ends the bound is exactly 0 or 1; the formula misses it by a rounding error.
  return {
    low: hits === 0 ? 0 : Math.max(0, Math.min(rate, centre - half)),
    high: hits === trials ? 1 : Math.min(1, Math.max(rate, centre + half)),
  };
}
