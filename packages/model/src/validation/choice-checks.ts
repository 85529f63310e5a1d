import { nearestName } from '../text/nearest-name.ts';
import { type Check, type Finding, fail } from './finding.ts';

/** The types of JSON. */
export type JsonType = 'string' | 'number' | 'boolean' | 'null' | 'object' | 'array';

/** Checks a value out of a closed list. */
export function enumCheck(values: readonly string[]): Check {
  const allowed: ReadonlySet<unknown> = new Set(values);
  const expected = values.length === 1 ? JSON.stringify(values[0]) : `one of ${values.join(', ')}`;
  return (value, findings) => {
    if (allowed.has(value)) return true;
    if (typeof value !== 'string') return fail(findings, 'wrong-type', value, expected);
    return fail(findings, 'not-allowed', value, expected, nearestName(value, values));
  };
}

/** Checks a yes or no. */
export const booleanCheck: Check = (value, findings) =>
  typeof value === 'boolean' || fail(findings, 'wrong-type', value, 'true or false');

/** Checks that there is nothing. */
export const nullCheck: Check = (value, findings) => value === null || fail(findings, 'wrong-type', value, 'null');

/** One of the alternatives of a field. */
export interface Alternative {
  readonly check: Check;
  readonly type: JsonType;
  readonly expected: string;
}

/** Checks a value that may also be null. */
export function nullableCheck({ check, expected, type }: Alternative): Check {
  return (value, findings) => {
    if (value === null || check(value, findings)) return true;
    const last = findings.at(-1);
    // Not said by the check inside, which does not know that null is welcome too.
    if (last?.code === 'wrong-type' && last.path.length === 0 && jsonTypeOf(value) !== type) {
      findings.pop();
      fail(findings, 'wrong-type', value, `${expected}, or null`);
    }
    return false;
  };
}

/** Checks a value that may be one of several things. Tells the faults of the alternative that it comes closest to. */
export function unionCheck(alternatives: readonly Alternative[]): Check {
  const expected = [...new Set(alternatives.map((alternative) => alternative.expected))].join(', or ');
  return (value, findings) => {
    const type = jsonTypeOf(value);
    let best: readonly Finding[] | null = null;
    for (const alternative of alternatives) {
      if (alternative.type !== type) continue;
      const faults: Finding[] = [];
      if (alternative.check(value, faults)) return true;
      if (best === null || faults.length < best.length) best = faults;
    }
    if (best === null) return fail(findings, 'wrong-type', value, expected);
    findings.push(...best);
    return false;
  };
}

/** The type of JSON that a value has; `undefined` for what JSON does not have. */
export function jsonTypeOf(value: unknown): JsonType | undefined {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  const type = typeof value;
  return type === 'string' || type === 'number' || type === 'boolean' || type === 'object' ? type : undefined;
}
