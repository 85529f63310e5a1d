import { quantileType7 } from './quantile-type7.ts';

/**
 * The middle of ascending values, or the mean of the two in the middle. O(1).
 * @param sorted values in ascending order, which is not checked
 * @returns `null` when there are none
 * @example median([1, 2, 4, 8]) // 3
 */
export function median(sorted: ArrayLike<number>): number | null {
  return quantileType7(sorted, 0.5);
}
