import { type Check, fail } from './finding.ts';

/** What a number must be like. */
export interface NumberRules {
  readonly min: number;
  readonly max: number;
  readonly isInteger: boolean;
}

/**
 * Checks a number that every engine holds exactly.
 * @param expected in words, for messages
 */
export function numberCheck(rules: NumberRules, expected: string = expectedNumber(rules)): Check {
  const { min, max, isInteger } = rules;
  return (value, findings) => {
    if (typeof value !== 'number') return fail(findings, 'wrong-type', value, expected);
    if (!Number.isFinite(value)) return fail(findings, 'not-finite', value, expected);
    if (Math.abs(value) > Number.MAX_SAFE_INTEGER) return fail(findings, 'unsafe-integer', value, expected);
    if (isInteger && !Number.isInteger(value)) return fail(findings, 'not-an-integer', value, expected);
    if (value < min || value > max) return fail(findings, 'out-of-range', value, expected);
    return true;
  };
}

/** A range of numbers in words. */
export function expectedNumber({ min, max, isInteger }: NumberRules): string {
  const noun = isInteger ? 'an integer' : 'a number';
  const hasMin = min > Number.MIN_SAFE_INTEGER;
  const hasMax = max < Number.MAX_SAFE_INTEGER;
  if (hasMin && hasMax) return `${noun} from ${min} to ${max}`;
  if (hasMin) return `${noun} from ${min}`;
  return hasMax ? `${noun} up to ${max}` : noun;
}
