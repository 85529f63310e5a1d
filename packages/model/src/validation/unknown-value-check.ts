import { limits } from '../vocabulary/limits.ts';
import { addKey, type Check, type Finding, fail } from './finding.ts';
import { numberCheck } from './number-check.ts';
import { isForbiddenKey, isPlainObject } from './plain-object.ts';
import { checkCleanText, isLonger } from './text-check.ts';

const checkNumber = numberCheck({ min: Number.MIN_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER, isInteger: false });

/** Checks a value that the schema does not know and that is kept: it must be JSON that every store can hold. */
export const unknownValueCheck: Check = (value, findings) => {
  const budget = { values: limits.unknownValues };
  return walk(value, findings, 1, budget);
};

function walk(value: unknown, findings: Finding[], depth: number, budget: { values: number }): boolean {
  if (--budget.values < 0) return fail(findings, 'too-many', value, `at most ${limits.unknownValues} values`);
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
  return isList ? walkList(value, findings, depth, budget) : walkObject(value, findings, depth, budget);
}

function walkList(list: readonly unknown[], findings: Finding[], depth: number, budget: { values: number }): boolean {
  for (let index = 0; index < list.length; index++) {
    const start = findings.length;
    if (walk(list[index], findings, depth + 1, budget)) continue;
    addKey(findings, start, index);
    return false;
  }
  return true;
}

function walkObject(
  object: Readonly<Record<string, unknown>>,
  findings: Finding[],
  depth: number,
  budget: { values: number },
): boolean {
  for (const key in object) {
    if (!Object.hasOwn(object, key) || object[key] === undefined) continue;
    if (isForbiddenKey(key)) return fail(findings, 'forbidden-key', key, 'another name', null, key);
    const start = findings.length;
    if (isLonger(key, limits.idLength)) {
      return fail(findings, 'too-long', key, `a name of at most ${limits.idLength} characters`, null, key);
    }
    if (checkCleanText(key, findings) && walk(object[key], findings, depth + 1, budget)) continue;
    addKey(findings, start, key);
    return false;
  }
  return true;
}
