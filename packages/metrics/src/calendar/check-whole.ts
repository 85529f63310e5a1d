import { MetricsError } from '../metrics-error.ts';

/**
 * Refuses what is no whole number, before an engine rounds it or counts with it: working time is asked for in whole
 * milliseconds and seconds. O(rows).
 * @param columns by the name that a caller knows them by
 * @throws MetricsError `working-time-not-whole` for a fraction, NaN, an infinity, and beyond 2^53
 */
export function checkWhole(columns: Readonly<Record<string, Float64Array>>): void {
  for (const [column, numbers] of Object.entries(columns)) {
    const row = numbers.findIndex((number) => !Number.isSafeInteger(number));
    if (row >= 0) throw new MetricsError('working-time-not-whole', { column, row, value: String(numbers[row]) });
  }
}
