import { quantileFromOrderStatistics } from './quantile-from-order-statistics.ts';
import { quantilePosition } from './quantile-position.ts';

/**
 * Quantile of ascending values, by linear interpolation.
 * Source: Hyndman and Fan 1996, definition 7; the default of R, NumPy and spreadsheets. O(1).
 * @param sorted values in ascending order, which is not checked; an array or a typed array
 * @param p in [0, 1]
 * @returns a number between the first and the last value; `null` when there are none
 * @throws StatsError `not-a-probability`
 * @example quantileType7([1, 2, 4, 8], 0.5) // 3
 */
export function quantileType7(sorted: ArrayLike<number>, p: number): number | null {
  const position = quantilePosition(sorted.length, p);
  if (position === null) return null;
  const low = sorted[position.lowIndex] ?? Number.NaN;
  const high = sorted[position.highIndex] ?? Number.NaN;
  return quantileFromOrderStatistics({ low, high, fraction: position.fraction });
}
