import { stirlingError } from './log-gamma.ts';

/**
 * mean^count × exp(-mean) / count!: the probability of `count` where `mean` are expected, also for a `count` that is
 * no integer. Keeps its digits for large counts, where the difference of logarithms of gamma functions loses them.
 * Source: Loader 2000. O(1).
 */
export function poissonMass(count: number, mean: number): number {
  if (mean === 0) return count === 0 ? 1 : 0;
  if (count === 0) return Math.exp(-mean);
  return Math.exp(-stirlingError(count) - deviance(count, mean)) / Math.sqrt(2 * Math.PI * count);
}

/**
 * The probability of `hits` in `trials` of one `chance` each, also for numbers that are no integers.
 * Source: Loader 2000. O(1).
 */
export function binomialMass(hits: number, trials: number, chance: number): number {
  const misses = trials - hits;
  if (chance === 0) return hits === 0 ? 1 : 0;
  if (chance === 1) return misses === 0 ? 1 : 0;
  if (hits === 0) return Math.exp(trials * Math.log1p(-chance));
  if (misses === 0) return Math.exp(trials * Math.log(chance));
  const exponent =
    stirlingError(trials) -
    stirlingError(hits) -
    stirlingError(misses) -
    deviance(hits, trials * chance) -
    deviance(misses, trials * (1 - chance));
  return Math.exp(exponent) * Math.sqrt(trials / (2 * Math.PI * hits * misses));
}

/** x log(x / mean) + mean - x, by its series where the terms cancel. */
function deviance(x: number, mean: number): number {
  const difference = x - mean;
  if (Math.abs(difference) >= 0.1 * (x + mean)) return x * Math.log(x / mean) - difference;
  const v = difference / (x + mean);
  const vv = v * v;
  let sum = difference * v;
  let power = 2 * x * v;
  for (let odd = 3; ; odd += 2) {
    power *= vv;
    const next = sum + power / odd;
    // A NaN must end the loop too.
    if (!(Math.abs(next - sum) > 0)) return next;
    sum = next;
  }
}
