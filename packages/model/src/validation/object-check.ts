import { nearestName } from '../text/nearest-name.ts';
import { limits } from '../vocabulary/limits.ts';
import { addKey, type Check, type Finding, fail } from './finding.ts';
import { checkKey, isForbiddenKey } from './key-check.ts';
import { isPlainObject } from './plain-object.ts';

/** What an object must be like. */
export interface ObjectRules {
  readonly fields: ReadonlyMap<string, Check>;
  readonly required: readonly { readonly field: string; readonly expected: string }[];
  readonly personal: ReadonlySet<string>;
  /** Checks the fields that have no check of their own; without it they are refused. */
  readonly others: Check | null;
}

/** Checks an object field by field. Fields that are `undefined` count as absent, as JSON would leave them out. */
export function objectCheck(rules: ObjectRules): Check {
  const { fields, required, personal, others } = rules;
  return (value, findings) => {
    if (!isPlainObject(value)) return fail(findings, 'wrong-type', value, 'an object');
    let isGood = true;
    let keys = 0;
    for (const key in value) {
      const check = fields.get(key);
      const field = value[key];
      if (field === undefined) continue;
      keys++;
      const start = findings.length;
      if (check === undefined ? checkOther(value, key, findings, rules) : check(field, findings)) continue;
      isGood = false;
      addKey(findings, start, key);
      if (personal.has(key)) for (const finding of findings.slice(start)) finding.isPersonal = true;
    }
    if (keys > limits.attributes && others !== null) {
      isGood = fail(findings, 'too-many', value, `at most ${limits.attributes} fields`);
    }
    for (const { field, expected } of required) {
      if (value[field] === undefined) isGood = fail(findings, 'missing', undefined, expected, null, field);
    }
    return isGood;
  };
}

function checkOther(
  object: Readonly<Record<string, unknown>>,
  key: string,
  findings: Finding[],
  { fields, others }: ObjectRules,
): boolean {
  // for-in also walks what somebody else hung on Object.prototype, which is not part of the event.
  if (!Object.hasOwn(object, key)) return true;
  if (others !== null) return checkKey(key, findings) && others(object[key], findings);
  if (isForbiddenKey(key)) return checkKey(key, findings);
  const known = [...fields.keys()];
  return fail(findings, 'unknown-field', key, `one of ${known.join(', ')}`, nearestName(key, known));
}

/** What an object with keys of its own choice must be like. */
export interface RecordRules {
  readonly check: Check;
  readonly most: number;
}

/** Checks an object whose keys are free. */
export function recordCheck({ check, most }: RecordRules): Check {
  return (value, findings) => {
    if (!isPlainObject(value)) return fail(findings, 'wrong-type', value, 'an object');
    let isGood = true;
    let keys = 0;
    for (const key in value) {
      if (!Object.hasOwn(value, key) || value[key] === undefined) continue;
      if (++keys > most) return fail(findings, 'too-many', value, `at most ${most} fields`);
      const start = findings.length;
      if (checkKey(key, findings) && check(value[key], findings)) continue;
      isGood = false;
      addKey(findings, start, key);
    }
    return isGood;
  };
}
