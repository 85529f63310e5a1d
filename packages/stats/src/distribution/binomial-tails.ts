import { continuedFraction } from './continued-fraction.ts';
import type { Tails } from './gamma-tails.ts';
import { normalQuantile } from './normal-quantile.ts';
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
 * O(√trials), as it is sought from where it is likely to be.
 */
export function binomialQuantile(probability: number, of: Trials): number {
  // `low` is too few and `high` is enough.
  let [low, high] = [-1, of.trials];
  const isEnough = (hits: number) => binomialTails(hits, of).lower >= probability;
  let next = likelyQuantile(probability, of);
  for (let step = 1; high - low > 1; step *= 2) {
    const isHigh = isEnough(next);
    if (isHigh) high = next;
    else low = next;
    const further = isHigh ? next - step : next + step;
    // Once it is known from both sides, half of what is left goes each time.
    next = further > low && further < high ? further : Math.floor(low + (high - low) / 2);
  }
  return high;
}

/** By the normal distribution, with its skewness; at least 0, and below `trials` where there are any. Source: Cornish and Fisher 1938. */
function likelyQuantile(probability: number, { trials, chance }: Trials): number {
  const z = normalQuantile(probability);
  const skewness = ((1 - 2 * chance) * (z * z - 1)) / 6;
  const likely = Math.floor(trials * chance + z * Math.sqrt(trials * chance * (1 - chance)) + skewness + 0.5);
  return Number.isNaN(likely) ? Math.floor(trials / 2) : Math.max(0, Math.min(likely, trials - 1));
}

function incompleteBeta(a: number, b: number, x: number): number {
  const front = (binomialMass(a, a + b, x) * b) / (a + b);
  const fraction = continuedFraction(1, {
    numerator: (index) => {
      const m = Math.floor(index / 2);
      return index % 2 === 0
        ? (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
        : (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    },
    denominator: () => 1,
  });
  return Math.min(1, front / fraction);
}
