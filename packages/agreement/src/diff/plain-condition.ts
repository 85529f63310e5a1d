import { readDuration } from '../duration/parse-duration.ts';
import { isJsonObject, type Json, type JsonObject } from '../effective/merge-patch.ts';

const always: Json = {};
const never: Json = { not: {} };

/**
 * One form for conditions that ask the same in another way: groups inside of one another are one, a group of one is
 * its part, `not` stands before single questions only, `is` is `in` with one value, time that elapses is in
 * milliseconds, and what has no order is sorted. Conditions of different forms may still mean the same; those of the
 * same form always do. O(n log n) for a condition of size n.
 * @param condition as it stands in a normalised agreement
 */
export function plainCondition(condition: Json): Json {
  return plain(condition, false);
}

function plain(condition: Json, no: boolean): Json {
  if (!isJsonObject(condition)) return condition;
  const { all, any, not, answer } = condition;
  // Not all of them is any of them not, and the other way round: every question is answered by yes or no.
  if (Array.isArray(all)) return group(all, no ? 'any' : 'all', no);
  if (Array.isArray(any)) return group(any, no ? 'all' : 'any', no);
  if (not !== undefined) return plain(not, !no);
  if (isJsonObject(answer) && Object.keys(answer).length !== 1) {
    const each = Object.entries(answer).map(([question, values]) => ({ answer: { [question]: values } }));
    return group(each, no ? 'any' : 'all', no);
  }
  if (Object.keys(condition).length === 0) return no ? never : always;
  return question(condition, no);
}

function group(conditions: readonly Json[], kind: 'all' | 'any', no: boolean): Json {
  const [without, enough] = kind === 'all' ? [always, never] : [never, always];
  const parts = conditions.flatMap((condition): readonly Json[] => {
    const part = plain(condition, no);
    const inner = isJsonObject(part) ? part[kind] : undefined;
    return Array.isArray(inner) ? inner : [part];
  });
  if (parts.some((part) => isSameText(part, enough))) return enough;
  const asked = sortedOnce(parts.filter((part) => !isSameText(part, without)));
  const [only = without, ...others] = asked;
  return others.length === 0 ? only : { [kind]: asked };
}

function question(condition: JsonObject, no: boolean): Json {
  const { is, exists, ...rest } = condition;
  if (typeof exists === 'boolean') return sorted({ ...rest, exists: exists !== no });
  const asked = sorted(is === undefined ? condition : { ...rest, in: [is] });
  return no ? { not: asked } : asked;
}

/** A value with its keys in order, and its lists as well, but for the ends of a range. */
function sorted(value: Json, key = ''): Json {
  if (Array.isArray(value)) return key === 'between' ? value : sortedOnce(value as readonly Json[]);
  if (isJsonObject(value)) {
    const keys = Object.keys(value).sort();
    return Object.fromEntries(keys.map((own) => [own, sorted(value[own] ?? null, own)]));
  }
  const ms = key === 'within' && typeof value === 'string' ? (readDuration(value)?.ms ?? null) : null;
  return ms ?? value;
}

function sortedOnce(values: readonly Json[]): readonly Json[] {
  const byText = new Map(values.map((value) => [JSON.stringify(value), value]));
  return [...byText].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, value]) => value);
}

function isSameText(one: Json, other: Json): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
