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
 * The likeliest counts of the distribution that has this mean and variance: a beta-binomial one when they scatter more
 * than a binomial one with the same mean, a binomial one with fewer trials when they scatter less, as they do when
 * some have a good chance and others next to none.
 * The interval grows from the likeliest count towards the likelier neighbour, for as long as it holds less than the
 * confidence with half of that neighbour counted: the mid-P rule, under which such intervals hold the count with the
 * stated confidence on average, and not always with more. Near 0 all of what is left out lies above: with two equal tails
 * nothing would be left out below, and too little in all.
 * Source: shortest intervals, Crow 1956; mid-P, Lancaster 1961; binomial counts for sums of unlike chances, Ehm 1991 and
 * Peköz and others 2009. O(standard deviation).
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
  const wanted = confidence * masses.reduce((sum, mass) => sum + mass, 0);
  let low = masses.indexOf(1);
  let high = low;
  let held = 1;
  while (low > 0 || high < masses.length - 1) {
    const [below, above] = [masses[low - 1] ?? 0, masses[high + 1] ?? 0];
    const next = Math.max(below, above);
    if (held + next / 2 > wanted) break;
    held += next;
    if (above >= below) high += 1;
    else low -= 1;
  }
  return { low: first + low, high: first + high };
}

/** Probabilities of neighbouring counts over that of the likeliest, which is exactly 1. */
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
