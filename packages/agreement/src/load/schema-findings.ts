import { nearestName } from '@sameteam/model';
import type { z } from 'zod';
import type { PathStep } from '../issue/agreement-issue.ts';
import { type Finding, finding } from '../issue/finding.ts';
import { agreementDocument } from '../schema/agreement-document.ts';
import { grains } from '../vocabulary/states.ts';
import { knownAt } from './known-at.ts';

type Issue = z.core.$ZodIssue;

/**
 * Turns what zod found into findings with sentences of ours, most of all with the nearest name.
 * @param value the document that was checked
 */
export function schemaFindings(issues: readonly Issue[], value: unknown): readonly Finding[] {
  const found = issues.flatMap((issue) => describe(issue, value));
  return found.filter((one) => {
    if (one.code === 'missing-key') return !isExplained(one, found);
    return one.code !== 'wrong-value' || !hasStrangeKey(one.path, found);
  });
}

const strangeKeys: ReadonlySet<Finding['code']> = new Set(['unknown-key', 'misplaced-key', 'dimension-of-calendar']);

// What an object as a whole lacks is not known before its keys are right.
function hasStrangeKey(path: readonly PathStep[], found: readonly Finding[]): boolean {
  return found.some(({ code, path: at }) => strangeKeys.has(code) && samePath(at.slice(0, -1), path));
}

// A mistyped key is both unknown under its wrong name and missing under its right one: once is enough.
function isExplained(missing: Finding, found: readonly Finding[]): boolean {
  const parent = missing.path.slice(0, -1);
  const known = knownAt(agreementDocument, parent).keys;
  return found.some(
    (other) =>
      other.code === 'unknown-key' &&
      samePath(other.path.slice(0, -1), parent) &&
      nearestName(String(other.path.at(-1)), known) === missing.path.at(-1),
  );
}

function describe(issue: Issue, value: unknown): readonly Finding[] {
  const path = issue.path as readonly PathStep[];
  const at = valueAt(value, path);
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => unknownKey(path, key, at));
    case 'invalid_key': {
      const expected = issue.issues[0]?.message ?? 'another name';
      const name = String(path.at(-1));
      const { keys } = knownAt(agreementDocument, path.slice(0, -1));
      if (keys.length > 0) return [unknownKey(path.slice(0, -1), name, valueAt(value, path.slice(0, -1)))];
      return [finding('wrong-name', { path, atKey: true }, { name, expected })];
    }
    case 'invalid_type':
      if (at === undefined) return [missingKey(path)];
      return [finding('wrong-type', { path }, { found: nameOf(at), expected: expectedType(issue.expected) })];
    case 'invalid_value':
      if (at === undefined) return [missingKey(path)];
      return [unknownValue(path, at)];
    case 'invalid_format':
    case 'custom':
      return [wrongValue(issue, path, at)];
    case 'too_small':
      return [
        finding(
          'wrong-value',
          { path },
          { found: show(at), expected: bound(issue, issue.minimum, 'at least', 'more than') },
        ),
      ];
    case 'too_big':
      return [
        finding(
          'wrong-value',
          { path },
          { found: show(at), expected: bound(issue, issue.maximum, 'at most', 'less than') },
        ),
      ];
    default:
      return [finding('wrong-value', { path }, { found: show(at), expected: 'what is allowed here' })];
  }
}

function unknownKey(parent: readonly PathStep[], key: string, at: unknown): Finding {
  const path = [...parent, key];
  if (key === '<<') return finding('merge-key', { path, atKey: true }, {});
  if (parent[0] === 'metrics' && parent[2] === 'where' && isGrain(key)) {
    return finding('dimension-of-calendar', { path, atKey: true }, { dimension: key });
  }
  const { keys } = knownAt(agreementDocument, parent);
  if (keys.includes(key)) {
    const beside = Object.keys(at ?? {}).filter((other) => other !== key);
    return finding('misplaced-key', { path, atKey: true }, { key, beside });
  }
  return finding('unknown-key', { path, atKey: true }, { key, nearest: nearestName(key, keys), known: keys });
}

function isGrain(key: string): boolean {
  const known: readonly string[] = grains;
  return known.includes(key);
}

function missingKey(path: readonly PathStep[]): Finding {
  const key = String(path.at(-1));
  const parent = path.slice(0, -1);
  return finding('missing-key', { path, atKey: true }, { key, of: parent.join('.') });
}

function unknownValue(path: readonly PathStep[], at: unknown): Finding {
  const { values } = knownAt(agreementDocument, path);
  if (typeof at === 'object') {
    return finding('wrong-type', { path }, { found: nameOf(at), expected: `one of ${values.slice(0, 12).join(', ')}` });
  }
  const found = String(at);
  return finding('unknown-value', { path }, { found, nearest: nearestName(found, values), known: values });
}

function wrongValue(
  issue: Extract<Issue, { code: 'invalid_format' | 'custom' }>,
  path: readonly PathStep[],
  at: unknown,
): Finding {
  return finding('wrong-value', { path }, { found: show(at), expected: issue.message });
}

function bound(
  issue: Extract<Issue, { code: 'too_small' | 'too_big' }>,
  limit: number | bigint,
  within: string,
  beyond: string,
): string {
  const words = issue.inclusive === false ? beyond : within;
  const unit = { string: ' characters of text', array: ' entries in a list' }[issue.origin as string] ?? '';
  if (unit !== '' && limit === 1)
    return issue.origin === 'string' ? 'text with something in it' : 'a list with an entry';
  return `${unit === '' ? 'a number of ' : ''}${words} ${limit}${unit}`;
}

function expectedType(expected: string): string {
  const names: Readonly<Record<string, string>> = {
    object: 'an object with keys',
    record: 'an object with keys',
    array: 'a list',
    string: 'text',
    number: 'a number',
    int: 'a whole number',
    boolean: 'true or false',
    tuple: 'a list of two numbers',
  };
  return names[expected] ?? expected;
}

function nameOf(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'an object';
  return show(value) ?? 'something else';
}

/** A scalar as it was written; `null` for what has no short form. */
function show(value: unknown): string | null {
  if (typeof value === 'string') return `"${value.length > 60 ? `${value.slice(0, 60)}…` : value}"`;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : null;
}

function valueAt(value: unknown, path: readonly PathStep[]): unknown {
  let at: unknown = value;
  for (const step of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, step)) return undefined;
    at = (at as Readonly<Record<PathStep, unknown>>)[step];
  }
  return at;
}

function samePath(a: readonly PathStep[], b: readonly PathStep[]): boolean {
  return a.length === b.length && a.every((step, index) => step === b[index]);
}
