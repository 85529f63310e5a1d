import { checkCount, isCount } from './checks.ts';
import { StatsError } from './stats-error.ts';

/** A value, and how many times it occurs: a row of the small histogram that an engine returns. */
export interface CountedValue {
  readonly value: number;
  /** An integer from 0. */
  readonly count: number;
}

/**
 * Checks counted values and counts how many there are in all. O(entries).
 * @throws StatsError `not-a-number` for a value that is not finite, `not-a-count`
 */
export function checkCountedValues(entries: readonly CountedValue[]): number {
  let total = 0;
  for (let index = 0; index < entries.length; index++) {
    const { value, count } = entries[index] as CountedValue;
    if (!Number.isFinite(value)) throw new StatsError('not-a-number', { name: `[${index}].value`, value });
    if (!isCount(count)) checkCount(`[${index}].count`, count);
    total += count;
  }
  checkCount('sum of counts', total);
  return total;
}
