import { isLonger } from '../text/is-longer.ts';
import { limits } from '../vocabulary/limits.ts';
import { forbiddenKeys } from '../wire/patterns.ts';
import { type Finding, fail } from './finding.ts';
import { checkCleanText } from './text-check.ts';

const forbidden: ReadonlySet<string> = new Set(forbiddenKeys);
const expected = `a name of 1 to ${limits.idLength} characters`;

/** Checks a key of the sender's choice. What it finds lies below the key. */
export function checkKey(key: string, findings: Finding[]): boolean {
  if (forbidden.has(key)) return fail(findings, 'forbidden-key', key, 'another name');
  if (key.length === 0) return fail(findings, 'empty', key, expected);
  if (isLonger(key, limits.idLength)) return fail(findings, 'too-long', key, expected);
  return checkCleanText(key, findings);
}

/** Whether a key could reach the prototype of an object that it is copied into. */
export function isForbiddenKey(key: string): boolean {
  return forbidden.has(key);
}
