import type { ConfidenceOption } from '../confidence.ts';
import { type CountedValue, checkCountedValues } from '../counted-value.ts';
import { orderStatisticsOfCounts } from './order-statistics-of-counts.ts';
import { quantileIntervalPosition } from './quantile-interval-position.ts';

/** How sure a quantile is. */
export interface QuantileInterval {
  /** One of the values; `null` when there are too few to bound it from below. */
  readonly low: number | null;
  /** One of the values; `null` when there are too few to bound it from above. */
  readonly high: number | null;
  /** Share of such intervals that hold the true quantile; more than was asked for. */
  readonly coverage: number;
}

/**
 * Interval of a quantile of complete values, whatever their distribution. Where some are still open, take
 * `survivalQuantile`: leaving them out makes durations too short.
 * Source: as `quantileIntervalPosition`. A median has bounds at 95 % from 6 values on, a 90th percentile from 36 on.
 * @param sorted values in ascending order, which is not checked; an array or a typed array
 * @param p in (0, 1)
 * @throws StatsError `not-a-probability`
 * @example quantileInterval([1, 2, 4, 8, 16, 32], 0.5) // { low: 1, high: 32, coverage: 0.968… }
 */
export function quantileInterval(
  sorted: ArrayLike<number>,
  p: number,
  options: ConfidenceOption = {},
): QuantileInterval {
  return intervalOf(sorted.length, p, options, (index) => sorted[index] ?? Number.NaN);
}

/**
 * The same for values that come with counts, in any order.
 * @throws StatsError `not-a-number`, `not-a-count`, `not-a-probability`
 * @example quantileIntervalOfCounts([{ value: 3, count: 40 }, { value: 9, count: 60 }], 0.5).high // 9
 */
export function quantileIntervalOfCounts(
  entries: readonly CountedValue[],
  p: number,
  options: ConfidenceOption = {},
): QuantileInterval {
  return intervalOf(checkCountedValues(entries), p, options, orderStatisticsOfCounts(entries));
}

function intervalOf(
  count: number,
  p: number,
  options: ConfidenceOption,
  at: (index: number) => number,
): QuantileInterval {
  const { lowIndex, highIndex, coverage } = quantileIntervalPosition(count, p, options);
  return {
    low: lowIndex === null ? null : at(lowIndex),
    high: highIndex === null ? null : at(highIndex),
    coverage,
  };
}
