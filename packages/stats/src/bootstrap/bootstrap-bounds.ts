import { normalProbability } from '../distribution/normal-probability.ts';
import { normalQuantile } from '../distribution/normal-quantile.ts';
import type { Interval } from '../interval.ts';
import { orderStatistic } from './order-statistic.ts';

/** Bounds among replicates. */
export interface BootstrapBounds {
  readonly interval: Interval;
  /** Whether a bound is the smallest or largest replicate, because there are too few of them for its place. */
  readonly isAtEdge: boolean;
}

/** How far one kind of subject pulls the estimate. */
export interface Influence {
  /** Derivative of the estimate by the weight of one subject. */
  readonly value: number;
  /** Subjects of this kind. */
  readonly count: number;
}

/**
 * The bounds between which the share `confidence` of the replicates lies.
 * Source: Efron 1979; R's `boot.ci(type = "perc")`.
 * @param replicates in any order, which is changed
 */
export function percentileBounds(replicates: Float64Array, confidence: number): BootstrapBounds {
  return boundsAt(replicates, (1 - confidence) / 2, (1 + confidence) / 2);
}

/**
 * The same, corrected for bias and for a spread that grows with the estimate (BCa).
 * Source: Efron 1987; R's `boot.ci(type = "bca")`, but a replicate that equals the estimate counts as half below it:
 * replicates of a small histogram are often equal.
 * @param replicates in any order, which is changed
 * @returns `null` when all replicates lie on one side of the estimate
 */
export function bcaBounds(
  replicates: Float64Array,
  confidence: number,
  { estimate, influences }: { readonly estimate: number; readonly influences: readonly Influence[] },
): BootstrapBounds | null {
  const bias = normalQuantile(belowOf(replicates, estimate) / replicates.length);
  const acceleration = skewness(influences) / 6;
  const corrected = (probability: number) => {
    const shifted = bias + normalQuantile(probability);
    const slowed = 1 - acceleration * shifted;
    return slowed > 0 ? normalProbability(bias + shifted / slowed) : Number.NaN;
  };
  const [low, high] = [corrected((1 - confidence) / 2), corrected((1 + confidence) / 2)];
  return Number.isFinite(bias) && low < high ? boundsAt(replicates, low, high) : null;
}

/** Sums of the same amounts in another order differ in their last digits. */
const lastDigits = 1e-13;

/** How many lie below a value; those equal to it count as half. */
function belowOf(replicates: Float64Array, value: number): number {
  const tolerance = lastDigits * Math.abs(value);
  let below = 0;
  for (let index = 0; index < replicates.length; index++) {
    const it = replicates[index] as number;
    if (it <= value + tolerance) below += it < value - tolerance ? 1 : 0.5;
  }
  return below;
}

/** Sum of cubes over the sum of squares to 3/2. */
function skewness(influences: readonly Influence[]): number {
  const sum = (power: number) => influences.reduce((total, { value, count }) => total + count * value ** power, 0);
  return sum(3) / sum(2) ** 1.5;
}

function boundsAt(replicates: Float64Array, low: number, high: number): BootstrapBounds {
  const isInside = (probability: number) => {
    const place = (replicates.length + 1) * probability;
    return place >= 1 && place <= replicates.length;
  };
  return {
    interval: { low: replicateAt(replicates, low), high: replicateAt(replicates, high) },
    isAtEdge: !(isInside(low) && isInside(high)),
  };
}

/** Source: interpolation on the normal scale, Davison and Hinkley 1997 (5.8), as R's `boot` does. */
function replicateAt(replicates: Float64Array, probability: number): number {
  const count = replicates.length;
  const place = Math.floor((count + 1) * probability);
  if (place === 0 || place >= count) return orderStatistic(replicates, place === 0 ? 0 : count - 1);
  const low = orderStatistic(replicates, place - 1);
  const high = orderStatistic(replicates, place);
  const from = normalQuantile(place / (count + 1));
  const to = normalQuantile((place + 1) / (count + 1));
  return low + ((normalQuantile(probability) - from) / (to - from)) * (high - low);
}
