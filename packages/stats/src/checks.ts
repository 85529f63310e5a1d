import { StatsError } from './stats-error.ts';

/** Whether a value is an integer from 0 to 2^53. */
export function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}

/** Throws unless the value is an integer from 0 to 2^53. */
export function checkCount(name: string, value: number): void {
  if (!isCount(value)) throw new StatsError('not-a-count', { name, value });
}

/** Throws unless the value is a level of confidence, between 0 and 1 without both. */
export function checkConfidence(value: number): void {
  if (!(value > 0 && value < 1)) throw new StatsError('not-a-probability', { name: 'confidence', value });
}
