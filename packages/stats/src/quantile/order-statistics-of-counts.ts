import type { CountedValue } from '../counted-value.ts';

/**
 * A reader of counted values as if each stood there as often as it occurs, in ascending order.
 * O(entries × log entries), then O(entries) for each reading.
 */
export function orderStatisticsOfCounts(entries: readonly CountedValue[]): (index: number) => number {
  const ascending = entries.toSorted((a, b) => a.value - b.value);
  return (index) => {
    let before = 0;
    for (const { value, count } of ascending) {
      before += count;
      if (index < before) return value;
    }
    return Number.NaN;
  };
}
