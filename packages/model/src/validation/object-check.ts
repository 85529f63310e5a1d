import { nearestName } from '../text/nearest-name.ts';
import { addKey, type Check, type Finding, fail } from './finding.ts';
import { isForbiddenKey, isPlainObject } from './plain-object.ts';
import { checkCleanText, isLonger } from './text-check.ts';

/** What an object must be like. */
export interface ObjectRules {
  readonly fields: ReadonlyMap<string, Check>;
  readonly required: readonly { readonly field: string; readonly expected: string }[];
  readonly personal: ReadonlySet<string>;
  /** Checks the fields that have no check of their own; without it they are refused. */
  readonly others: Check | null;
}

/** Checks an object field by field. Fields that are `undefined` count as absent, as JSON would leave them out. */
export function objectCheck({ fields, required, personal, others }: ObjectRules): Check {
  return (value, findings) => {
    if (!isPlainObject(value)) return fail(findings, 'wrong-type', value, 'an object');
    let isGood = true;
    for (const key in value) {
      const check = fields.get(key);
      const field = value[key];
      if (check === undefined) {
        if (!checkOther(value, key, findings, fields, others)) isGood = false;
      } else if (field !== undefined) {
        const start = findings.length;
        if (check(field, findings)) continue;
        isGood = false;
        addKey(findings, start, key);
        if (personal.has(key)) for (const finding of findings.slice(start)) finding.isPersonal = true;
      }
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
  fields: ReadonlyMap<string, Check>,
  others: Check | null,
): boolean {
  // for-in also walks what somebody else hung on Object.prototype, which is not part of the event.
  if (!Object.hasOwn(object, key)) return true;
  if (isForbiddenKey(key)) return fail(findings, 'forbidden-key', key, 'another name', null, key);
  const start = findings.length;
  if (object[key] === undefined) return true;
  if (others === null) {
    return fail(
      findings,
      'unknown-field',
      key,
      `one of ${[...fields.keys()].join(', ')}`,
      nearestName(key, fields.keys()),
      key,
    );
  }
  const isGood = checkCleanText(key, findings) && others(object[key], findings);
  addKey(findings, start, key);
  return isGood;
}

/** What an object with keys of its own choice must be like. */
export interface RecordRules {
  readonly check: Check;
  readonly most: number;
  readonly longestKey: number;
}

/** Checks an object whose keys are free. */
export function recordCheck({ check, most, longestKey }: RecordRules): Check {
  return (value, findings) => {
    if (!isPlainObject(value)) return fail(findings, 'wrong-type', value, 'an object');
    let isGood = true;
    let keys = 0;
    for (const key in value) {
      if (!Object.hasOwn(value, key)) continue;
      if (++keys > most) return fail(findings, 'too-many', value, `at most ${most} fields`);
      const start = findings.length;
      if (isForbiddenKey(key)) {
        isGood = fail(findings, 'forbidden-key', key, 'another name', null, key);
      } else if (key.length === 0 || isLonger(key, longestKey)) {
        isGood = fail(
          findings,
          key.length === 0 ? 'empty' : 'too-long',
          key,
          `a name of 1 to ${longestKey} characters`,
          null,
          key,
        );
      } else if (!checkCleanText(key, findings) || (value[key] !== undefined && !check(value[key], findings))) {
        isGood = false;
        addKey(findings, start, key);
      }
    }
    return isGood;
  };
}
