import { continuedFraction } from './continued-fraction.ts';
import type { Tails } from './gamma-tails.ts';
import { binomialMass } from './probability-mass.ts';

/** How many trials there are, and the chance of each to hit. */
export interface Trials {
  readonly trials: number;
  /** In [0, 1]. */
  readonly chance: number;
}

/**
 * Probability of at most, and of more than, `hits` hits: the regularised incomplete beta function.
 * Source: the continued fraction of DLMF 8.17.22, with the factor in front by Loader 2000. O(√trials).
 * @param hits an integer; below 0 and from `trials` on the answer is certain
 */
export function binomialTails(hits: number, { trials, chance }: Trials): Tails {
  if (hits < 0) return { lower: 0, upper: 1 };
  if (hits >= trials) return { lower: 1, upper: 0 };
  if (chance === 0 || chance === 1) return { lower: 1 - chance, upper: chance };
  // More than `hits` hits is the incomplete beta function at the chance, with these two parameters.
  const [a, b] = [hits + 1, trials - hits];
  if (chance < (a + 1) / (a + b + 2)) {
    const upper = incompleteBeta(a, b, chance);
    return { lower: 1 - upper, upper };
  }
  const lower = incompleteBeta(b, a, 1 - chance);
  return { lower, upper: 1 - lower };
}

/**
 * The smallest number of hits that is not exceeded with a probability of at least `probability`, as R's `qbinom`.
 * O(√trials × log trials).
 */
export function binomialQuantile(probability: number, of: Trials): number {
  let low = -1;
  let high = of.trials;
  // `low` is too few and `high` is enough.
  while (high - low > 1) {
    const middle = Math.floor(low + (high - low) / 2);
    if (binomialTails(middle, of).lower >= probability) high = middle;
    else low = middle;
  }
  return high;
}

function incompleteBeta(a: number, b: number, x: number): number {
  const front = (binomialMass(a, a + b, x) * b) / (a + b);
  const fraction = continuedFraction(1, (index) => {
    const m = Math.floor(index / 2);
    const numerator =
      index % 2 === 0
        ? (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
        : (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    return { numerator, denominator: 1 };
  });
  return Math.min(1, front / fraction);
}
