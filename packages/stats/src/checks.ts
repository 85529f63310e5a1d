import { StatsError } from './stats-error.ts';

/** Throws unless the value is an integer from 0 to 2^53. */
export function checkCount(name: string, value: number): void {
  if (!Number.isSafeInteger(value) || value < 0) throw new StatsError('not-a-count', { name, value });
}

/** Throws unless the value is a level of confidence, between 0 and 1 without both. */
export function checkConfidence(value: number): void {
  if (!(value > 0 && value < 1)) throw new StatsError('not-a-probability', { name: 'confidence', value });
}
