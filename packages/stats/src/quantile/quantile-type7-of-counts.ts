import { type CountedValue, checkCountedValues } from '../counted-value.ts';
import { orderStatisticsOfCounts } from './order-statistics-of-counts.ts';
import { quantileFromOrderStatistics } from './quantile-from-order-statistics.ts';
import { quantilePosition } from './quantile-position.ts';

/**
 * Quantile of values that come with counts; to the bit what `quantileType7` says of each value written out as often.
 * Source: Hyndman and Fan 1996, definition 7. O(entries × log entries), whatever the counts.
 * @param entries in any order; the same value may occur in several
 * @param p in [0, 1]
 * @returns a number between the smallest and the largest value; `null` when all counts are 0
 * @throws StatsError `not-a-number`, `not-a-count`, `not-a-probability`
 * @example quantileType7OfCounts([{ value: 8, count: 1 }, { value: 2, count: 3 }], 0.5) // 2
 */
export function quantileType7OfCounts(entries: readonly CountedValue[], p: number): number | null {
  const position = quantilePosition(checkCountedValues(entries), p);
  if (position === null) return null;
  const at = orderStatisticsOfCounts(entries);
  const { lowIndex, highIndex, fraction } = position;
  return quantileFromOrderStatistics({ low: at(lowIndex), high: at(highIndex), fraction });
}
