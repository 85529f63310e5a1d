import { checkCount } from '../checks.ts';
import { StatsError } from '../stats-error.ts';

/** The order statistics between which a quantile lies. */
export interface QuantilePosition {
  /** 0-based index of the value below, in ascending order. */
  readonly lowIndex: number;
  /** 0-based index of the value above; equal to `lowIndex` at the end. */
  readonly highIndex: number;
  /** How far the quantile lies from the one to the other, in [0, 1). */
  readonly fraction: number;
}

/**
 * Where a type-7 quantile lies: at (count - 1) × p, counted from 0. Tells an engine which two order statistics to fetch.
 * Source: Hyndman and Fan 1996, definition 7; the default of R, NumPy and spreadsheets. O(1).
 * @param count number of values, an integer from 0
 * @param p in [0, 1]
 * @returns `null` when there are no values
 * @throws StatsError `not-a-count`, `not-a-probability`
 * @example quantilePosition(841, 0.9) // { lowIndex: 756, highIndex: 757, fraction: 0 }
 */
export function quantilePosition(count: number, p: number): QuantilePosition | null {
  checkCount('count', count);
  if (!(p >= 0 && p <= 1)) throw new StatsError('not-a-probability', { name: 'p', value: p });
  if (count === 0) return null;
  const place = (count - 1) * p;
  const lowIndex = Math.floor(place);
  return { lowIndex, highIndex: Math.min(lowIndex + 1, count - 1), fraction: place - lowIndex };
}
