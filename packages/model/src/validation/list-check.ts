import { limits } from '../vocabulary/limits.ts';
import { addKey, type Check, fail } from './finding.ts';

/** Checks a list entry by entry. */
export function listCheck(check: Check, longest: number): Check {
  return (value, findings) => {
    if (!Array.isArray(value)) return fail(findings, 'wrong-type', value, 'a list');
    if (value.length > longest) return fail(findings, 'too-many', value, `at most ${longest} entries`);
    let isGood = true;
    for (let index = 0; index < value.length; index++) {
      const start = findings.length;
      if (check(value[index], findings)) continue;
      isGood = false;
      addKey(findings, start, index);
      if (findings.length >= limits.issues) return false;
    }
    return isGood;
  };
}
