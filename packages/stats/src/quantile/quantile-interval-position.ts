import { checkConfidence, checkCount } from '../checks.ts';
import type { ConfidenceOption } from '../confidence.ts';
import { binomialQuantile, binomialTails } from '../distribution/binomial-tails.ts';
import { StatsError } from '../stats-error.ts';

/** The order statistics that bound a quantile. */
export interface QuantileIntervalPosition {
  /** 0-based index of the lower bound, in ascending order; `null` when even the smallest value is not surely below. */
  readonly lowIndex: number | null;
  /** 0-based index of the upper bound; `null` when even the largest value is not surely above. */
  readonly highIndex: number | null;
  /** Share of such intervals that hold the true quantile; more than was asked for, as indices are whole. */
  readonly coverage: number;
}

/**
 * Which order statistics bound a quantile, whatever the distribution: how many values lie below the true quantile is
 * binomial. Tells an engine which two values to fetch.
 * Source: Thompson 1936; David and Nagaraja 2003, section 7.1. Each side misses with at most half of 1 - confidence.
 * Holds at least its coverage where values are tied. O(√count).
 * @param count number of values, an integer from 0
 * @param p in (0, 1)
 * @throws StatsError `not-a-count`, `not-a-probability`
 * @example quantileIntervalPosition(10, 0.5) // { lowIndex: 1, highIndex: 8, coverage: 0.978… }
 */
export function quantileIntervalPosition(
  count: number,
  p: number,
  { confidence = 0.95 }: ConfidenceOption = {},
): QuantileIntervalPosition {
  checkCount('count', count);
  checkConfidence(confidence);
  if (!(p > 0 && p < 1)) throw new StatsError('not-a-probability', { name: 'p', value: p });
  const below = { trials: count, chance: p };
  const beyond = (1 - confidence) / 2;
  const least = binomialQuantile(beyond, below);
  const low = least - 1;
  // The mirror image: how many lie above, as many of a median.
  const high = count - (1 - p === p ? least : binomialQuantile(beyond, { trials: count, chance: 1 - p }));
  const misses = binomialTails(low, below).lower + binomialTails(high, below).upper;
  return {
    lowIndex: low < 0 ? null : low,
    highIndex: high >= count ? null : high,
    coverage: 1 - misses,
  };
}
