import { isLonger } from '../text/is-longer.ts';
import { limits } from '../vocabulary/limits.ts';
import { addKey, type Check, type Finding, fail } from './finding.ts';
import { checkKey } from './key-check.ts';
import { numberCheck } from './number-check.ts';
import { isPlainObject } from './plain-object.ts';
import { checkCleanText } from './text-check.ts';

const checkNumber = numberCheck({ min: Number.MIN_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER, isInteger: false });

/** Checks a value that the schema does not know and that is kept: it must be JSON that every store can hold. */
export const unknownValueCheck: Check = (value, findings) => walk(value, findings, 1);

/** Whether a value that the schema does not know can be kept. */
export function isKeptValue(value: unknown): boolean {
  return unknownValueCheck(value, []);
}

function walk(value: unknown, findings: Finding[], depth: number): boolean {
  if (value === null || typeof value === 'boolean') return true;
  if (typeof value === 'number') return checkNumber(value, findings);
  if (typeof value === 'string') {
    if (isLonger(value, limits.noteLength))
      return fail(findings, 'too-long', value, `at most ${limits.noteLength} characters`);
    return checkCleanText(value, findings);
  }
  const isList = Array.isArray(value);
  if (!isList && !isPlainObject(value)) return fail(findings, 'wrong-type', value, 'a value of JSON');
  if (depth >= limits.depth) return fail(findings, 'too-deep', value, `at most ${limits.depth} levels`);
  return isList ? walkList(value, findings, depth) : walkObject(value, findings, depth);
}

function walkList(list: readonly unknown[], findings: Finding[], depth: number): boolean {
  if (list.length > limits.listLength) return fail(findings, 'too-many', list, `at most ${limits.listLength} entries`);
  for (let index = 0; index < list.length; index++) {
    const start = findings.length;
    if (walk(list[index], findings, depth + 1)) continue;
    addKey(findings, start, index);
    return false;
  }
  return true;
}

function walkObject(object: Readonly<Record<string, unknown>>, findings: Finding[], depth: number): boolean {
  let keys = 0;
  for (const key in object) {
    if (!Object.hasOwn(object, key) || object[key] === undefined) continue;
    if (++keys > limits.attributes) return fail(findings, 'too-many', object, `at most ${limits.attributes} fields`);
    const start = findings.length;
    if (checkKey(key, findings) && walk(object[key], findings, depth + 1)) continue;
    addKey(findings, start, key);
    return false;
  }
  return true;
}
