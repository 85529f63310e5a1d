/** What is known of a count that is still to come. */
export interface PredictedCount {
  /** The most that it can be, an integer from 0. */
  readonly most: number;
  /** Between 0 and `most`. */
  readonly mean: number;
  readonly variance: number;
}

/** So far from the mean, in standard deviations, nothing of a count that matters is left out. */
const reach = 12;

/**
 * The counts in the middle of the distribution that has this mean and variance: a beta-binomial one when they scatter more
 * than a binomial one with the same mean, a binomial one with fewer trials when they scatter less, as they do when
 * some have a good chance and others next to none.
 * A count lies outside when less than half of (1 - confidence) lies beyond it, half of itself counted: the mid-P rule, under
 * which such intervals hold the count with the stated confidence on average, and not always with more.
 * Source: mid-P, Lancaster 1961; two moments of a sum of unlike chances, Ehm 1991. O(standard deviation).
 */
export function countInterval(
  count: PredictedCount,
  confidence: number,
): { readonly low: number; readonly high: number } {
  const { most, mean, variance } = count;
  if (variance === 0) return { low: Math.round(mean), high: Math.round(mean) };
  const width = reach * Math.sqrt(variance) + 20;
  const first = Math.max(0, Math.floor(mean - width));
  const masses = countMasses(count, { first, last: Math.min(most, Math.ceil(mean + width)) });
  const total = masses.reduce((sum, mass) => sum + mass, 0);
  const tail = (total * (1 - confidence)) / 2;
  return {
    low: first + firstInside(masses, tail),
    high: first + masses.length - 1 - firstInside(masses.toReversed(), tail),
  };
}

/** Probabilities of neighbouring counts, but for a factor. */
function countMasses(count: PredictedCount, { first, last }: { readonly first: number; readonly last: number }) {
  const next = massRatio(count);
  const logs = new Float64Array(Math.max(1, last - first + 1));
  for (let index = 1; index < logs.length; index++) {
    logs[index] = (logs[index - 1] ?? 0) + Math.log(next(first + index - 1));
  }
  const most = logs.reduce((a, b) => Math.max(a, b));
  return logs.map((log) => Math.exp(log - most));
}

/** The probability of a count over that of the one before it. */
function massRatio({ most, mean, variance }: PredictedCount): (before: number) => number {
  const chance = mean / most;
  const spread = variance / (mean * (1 - chance));
  if (spread <= 1) {
    const odds = (mean - variance) / variance;
    const trials = (mean * mean) / (mean - variance);
    return (x) => (Math.max(0, trials - x) / (x + 1)) * odds;
  }
  // Variance of a beta-binomial count: that of a binomial one times (size + most) / (size + 1).
  const size = Math.max(1e-9, (most - spread) / (spread - 1));
  const [a, b] = [chance * size, (1 - chance) * size];
  return (x) => ((most - x) * (a + x)) / ((x + 1) * (b + most - x - 1));
}

function firstInside(masses: ArrayLike<number>, tail: number): number {
  let below = 0;
  for (let index = 0; index < masses.length; index++) {
    const mass = masses[index] ?? 0;
    if (below + mass / 2 >= tail) return index;
    below += mass;
  }
  return masses.length - 1;
}
