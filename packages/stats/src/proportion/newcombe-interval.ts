import type { ConfidenceOption } from '../confidence.ts';
import type { Interval } from '../interval.ts';
import { type Proportion, wilsonInterval } from './wilson-interval.ts';

/**
 * Interval of the difference of two independent proportions, the first minus the second. It holds 0 unless the data
 * tell the two apart, and keeps its coverage for few trials and rates near 0 or 1, where the difference of two normal
 * approximations does not.
 * Source: Newcombe 1998, method 10 (hybrid of two Wilson intervals), without continuity correction. O(1).
 * @returns bounds in [-1, 1] that hold the difference of the rates; `null` when either had no trials
 * @throws StatsError `not-a-count`, `more-hits-than-trials`, `not-a-probability`
 * @example newcombeInterval({ hits: 56, trials: 70 }, { hits: 48, trials: 80 }) // { low: 0.0524…, high: 0.3338… }
 */
export function newcombeInterval(
  first: Proportion,
  second: Proportion,
  { confidence = 0.95 }: ConfidenceOption = {},
): Interval | null {
  const [a, b] = [wilsonInterval({ ...first, confidence }), wilsonInterval({ ...second, confidence })];
  if (a === null || b === null) return null;
  const [rateA, rateB] = [first.hits / first.trials, second.hits / second.trials];
  const difference = rateA - rateB;
  return {
    low: Math.max(-1, difference - Math.hypot(rateA - a.low, b.high - rateB)),
    high: Math.min(1, difference + Math.hypot(a.high - rateA, rateB - b.low)),
  };
}
