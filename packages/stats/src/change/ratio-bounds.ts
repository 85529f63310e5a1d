import type { RatePeriod } from './rate-period.ts';

/** Ratio of two rates, after over before. */
export interface RatioBounds {
  readonly low: number;
  /** Infinity when no ratio is too high. */
  readonly high: number;
}

/**
 * The ratios of two rates under which the log-likelihood lies at most `slack` below its maximum.
 * Source: the maximum under a given ratio is a root of a quadratic, Koopman 1984; Miettinen and Nurminen 1985. O(1).
 * @param counts both with trials; they may be fractions
 * @param slack from 0
 */
export function ratioBounds(before: RatePeriod, after: RatePeriod, slack: number): RatioBounds {
  const fits = (logRatio: number) => logLikelihoodLoss(before, after, Math.exp(logRatio)) <= slack;
  const rateBefore = before.hits / before.trials;
  const rateAfter = after.hits / after.trials;
  // A rate of 0 stands for the smallest one that can be told from it: only the side of the bound that exists is searched.
  const best = Math.log(Math.max(rateAfter, 1e-100)) - Math.log(Math.max(rateBefore, 1e-100));
  return {
    low: rateAfter === 0 ? 0 : Math.exp(farthest(fits, best, -1)),
    high: rateBefore === 0 ? Number.POSITIVE_INFINITY : Math.exp(farthest(fits, best, 1)),
  };
}

/** The last value on one side of `best` that fits; all nearer ones do. */
function farthest(fits: (value: number) => boolean, best: number, side: 1 | -1): number {
  let inside = 0;
  let outside = 1;
  while (outside < 2 ** 11 && fits(best + side * outside)) {
    inside = outside;
    outside *= 2;
  }
  for (let round = 0; round < 60; round++) {
    const middle = (inside + outside) / 2;
    if (fits(best + side * middle)) inside = middle;
    else outside = middle;
  }
  return best + side * inside;
}

function logLikelihoodLoss(before: RatePeriod, after: RatePeriod, ratio: number): number {
  const all = before.hits + after.hits;
  const b = before.trials + after.hits + ratio * (after.trials + before.hits);
  const a = ratio * (before.trials + after.trials);
  // The smaller root of a p² - b p + all = 0, in the form that does not cancel.
  const rate = (2 * all) / (b + Math.sqrt(Math.max(0, b * b - 4 * a * all)));
  return lossAt(before, rate) + lossAt(after, ratio * rate);
}

/** How far the log-likelihood at a rate lies below its maximum. */
function lossAt({ hits, trials }: RatePeriod, rate: number): number {
  const misses = trials - hits;
  const best = hits / trials;
  return (
    (hits > 0 ? hits * Math.log(best / rate) : 0) +
    (misses > 0 ? misses * Math.log((1 - best) / Math.max(1 - rate, Number.MIN_VALUE)) : 0)
  );
}
