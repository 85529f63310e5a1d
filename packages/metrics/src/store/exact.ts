import { MetricsError } from '../metrics-error.ts';

/**
 * A sum that the database may have made of numbers of 128 bits.
 * @throws MetricsError `sum-too-large` where it is beyond what a number says exactly
 */
export function exact(value: number): number {
  if (!Number.isSafeInteger(value)) throw new MetricsError('sum-too-large', { metric: 'amounts' });
  return value;
}
