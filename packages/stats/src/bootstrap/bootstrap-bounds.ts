import { normalProbability } from '../distribution/normal-probability.ts';
import { normalQuantile } from '../distribution/normal-quantile.ts';
import type { Interval } from '../interval.ts';

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
 * @param replicates ascending
 */
export function percentileBounds(replicates: Float64Array, confidence: number): BootstrapBounds {
  return boundsAt(replicates, (1 - confidence) / 2, (1 + confidence) / 2);
}

/**
 * The same, corrected for bias and for a spread that grows with the estimate (BCa).
 * Source: Efron 1987; R's `boot.ci(type = "bca")`, but a replicate that equals the estimate counts as half below it:
 * replicates of a small histogram are often equal.
 * @param replicates ascending
 * @returns `null` when all replicates lie on one side of the estimate
 */
export function bcaBounds(
  replicates: Float64Array,
  confidence: number,
  { estimate, influences }: { readonly estimate: number; readonly influences: readonly Influence[] },
): BootstrapBounds | null {
  const below = replicates.reduce((sum, it) => sum + (it < estimate ? 1 : it === estimate ? 0.5 : 0), 0);
  const bias = normalQuantile(below / replicates.length);
  const acceleration = skewness(influences) / 6;
  const corrected = (probability: number) => {
    const shifted = bias + normalQuantile(probability);
    const slowed = 1 - acceleration * shifted;
    return slowed > 0 ? normalProbability(bias + shifted / slowed) : Number.NaN;
  };
  const [low, high] = [corrected((1 - confidence) / 2), corrected((1 + confidence) / 2)];
  return Number.isFinite(bias) && low < high ? boundsAt(replicates, low, high) : null;
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
  const low = replicates[Math.max(0, place - 1)] ?? Number.NaN;
  if (place === 0 || place >= count) return replicates[place === 0 ? 0 : count - 1] ?? Number.NaN;
  const high = replicates[place] ?? Number.NaN;
  const from = normalQuantile(place / (count + 1));
  const to = normalQuantile((place + 1) / (count + 1));
  return low + ((normalQuantile(probability) - from) / (to - from)) * (high - low);
}
