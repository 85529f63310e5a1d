import { gammaTails } from './gamma-tails.ts';

/**
 * Probability that a standard normal number is at most `z`; the inverse of `normalQuantile`.
 * Source: by the regularised incomplete gamma function (Abramowitz and Stegun 26.4.19); relative error about 1e-13,
 * far into the lower tail too; R's `pnorm`. O(1).
 * @returns in [0, 1]; NaN for NaN
 * @example normalProbability(1.6448536269514722).toFixed(6) // '0.950000'
 */
export function normalProbability(z: number): number {
  const { lower, upper } = gammaTails(0.5, (z * z) / 2);
  return z < 0 ? upper / 2 : 0.5 + lower / 2;
}
