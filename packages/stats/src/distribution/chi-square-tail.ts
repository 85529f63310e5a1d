import { StatsError } from '../stats-error.ts';
import { gammaTails } from './gamma-tails.ts';

/**
 * Probability that a chi-square number exceeds `value`: the p value of a test whose statistic it is.
 * Source: the regularised incomplete gamma function (Abramowitz and Stegun 26.4.19); relative error about 1e-13, far
 * into the tail too; R's `pchisq(lower.tail = FALSE)`. O(1) for few degrees.
 * @param value from 0
 * @param degrees degrees of freedom, above 0
 * @returns in [0, 1]
 * @throws StatsError `not-a-number` for a negative value or degrees that are not above 0
 * @example chiSquareTail(3.841458820694124, 1).toFixed(6) // '0.050000'
 */
export function chiSquareTail(value: number, degrees: number): number {
  if (!(value >= 0)) throw new StatsError('not-a-number', { name: 'value', value });
  if (!(degrees > 0 && degrees < Number.POSITIVE_INFINITY)) {
    throw new StatsError('not-a-number', { name: 'degrees', value: degrees });
  }
  return gammaTails(degrees / 2, value / 2).upper;
}
