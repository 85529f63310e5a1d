import { gammaTails } from './gamma-tails.ts';
import { normalQuantile } from './normal-quantile.ts';
import { poissonMass } from './probability-mass.ts';

/**
 * Quantile of the gamma distribution with scale 1: where the lower tail is `probability`.
 * Newton's steps, kept inside a bracket, from the cube-root approximation of Wilson and Hilferty 1931.
 * @param shape from 1
 * @param probability above 0 and below 1
 */
export function gammaQuantile(shape: number, probability: number): number {
  const isLow = probability <= 0.5;
  const ninth = 1 / (9 * shape);
  let at = Math.max(1e-3, shape * (1 - ninth + normalQuantile(probability) * Math.sqrt(ninth)) ** 3);
  let low = 0;
  let high = Number.POSITIVE_INFINITY;
  for (;;) {
    const { lower, upper } = gammaTails(shape, at);
    // The smaller tail has more digits.
    const excess = isLow ? lower - probability : 1 - probability - upper;
    if (excess > 0) high = at;
    else low = at;
    const density = (poissonMass(shape, at) * shape) / at;
    const newton = at - excess / density;
    const next = newton >= low && newton <= high ? newton : low + (Math.min(high, 2 * at + 1) - low) / 2;
    if (Math.abs(next - at) <= 1e-14 * at || high - low <= 1e-14 * at) return next;
    at = next;
  }
}
