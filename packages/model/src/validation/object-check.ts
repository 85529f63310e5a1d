import { nearestName } from '../text/nearest-name.ts';
import { limits } from '../vocabulary/limits.ts';
import { addKey, type Check, type Finding, fail } from './finding.ts';
import { checkKey, isForbiddenKey } from './key-check.ts';
import { isPlainObject } from './plain-object.ts';

/** A field that an object can have. */
export interface FieldRules {
  readonly check: Check;
  /** In words, where the field must be there; `null` where it need not. */
  readonly required: string | null;
  readonly isPersonal: boolean;
}

/** What an object must be like. */
export interface ObjectRules {
  readonly fields: ReadonlyMap<string, FieldRules>;
  /** Checks the fields that have no check of their own; without it they are refused. */
  readonly others: Check | null;
}

/** Checks an object field by field. Fields that are `undefined` count as absent, as JSON would leave them out. */
export function objectCheck(rules: ObjectRules): Check {
  const { fields, others } = rules;
  const required = [...fields].filter(([, field]) => field.required !== null);
  return (value, findings) => {
    if (!isPlainObject(value)) return fail(findings, 'wrong-type', value, 'an object');
    let isGood = true;
    let keys = 0;
    let found = 0;
    for (const key in value) {
      const given = value[key];
      if (given === undefined) continue;
      if (++keys > limits.attributes && others !== null)
        return fail(findings, 'too-many', value, `at most ${limits.attributes} fields`);
      const field = fields.get(key);
      const start = findings.length;
      if (field === undefined) {
        if (checkOther(value, key, findings, rules)) continue;
      } else {
        if (field.required !== null) found++;
        if (field.check(given, findings)) continue;
      }
      isGood = false;
      addKey(findings, start, key);
      if (field?.isPersonal) for (const finding of findings.slice(start)) finding.isPersonal = true;
      // What more there is would not be told: a million unknown names must not take a second.
      if (findings.length >= limits.issues) return false;
    }
    if (found < required.length) {
      for (const [name, field] of required) {
        if (value[name] === undefined)
          isGood = fail(findings, 'missing', undefined, String(field.required), null, name);
      }
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
      if (findings.length >= limits.issues) return false;
    }
    return isGood;
  };
}
