import { isJsonObject, type Json, type JsonObject } from '../effective/merge-patch.ts';
import type { PathStep } from '../issue/agreement-issue.ts';
import type { Difference } from './difference.ts';
import type { KeyRule } from './key-rules/key-rule.ts';
import { type PlacedRule, ruleBelow } from './key-rules/placed-rule.ts';
import { matchEntries } from './match-entries.ts';
import { orderOf } from './order-of.ts';
import { isSameJson } from './same-json.ts';
import { isSameMeaning } from './same-meaning.ts';

/** Where two values stand that are compared. */
export interface Place {
  readonly at: PlacedRule;
  readonly pathBefore: readonly PathStep[];
  readonly pathAfter: readonly PathStep[];
}

type Value = Json | undefined;

/**
 * The differences of two values at a place, as small as they can be told: keys of objects one by one, entries of lists
 * by their id or by what they have in common. What has another form, such as an SLA that counts instead of being
 * timed, differs as a whole.
 */
export function compareValues(before: Value, after: Value, place: Place): readonly Difference[] {
  if (isSameJson(before, after)) return [];
  const found = differencesOf(before, after, place);
  return isReworded(found, before, after, place)
    ? [{ ...difference('changed', before, after, place), isReworded: true }]
    : found;
}

// What another order does not explain. In an override, what it makes of the whole counts.
function isReworded(found: readonly Difference[], before: Value, after: Value, place: Place): boolean {
  const isOwn = place.pathAfter[0] === 'overrides';
  return !isOwn && found.some(({ kind }) => kind !== 'moved') && isSameMeaning(before, after, place.at);
}

function differencesOf(before: Value, after: Value, place: Place): readonly Difference[] {
  if (before === undefined || after === undefined) {
    if (isOpened(before ?? after, place)) return compareObjects(asObject(before), asObject(after), place);
    return [oneSided(before, after, place)];
  }
  const { rule } = place.at;
  if (isJsonObject(before) && isJsonObject(after) && rule.isWhole !== true) {
    const hasOtherForm = formOf(before, rule) !== formOf(after, rule) || isOtherQuestion(before, after, rule);
    if (!hasOtherForm) return settled(compareObjects(before, after, place), before, after, place);
  } else if (Array.isArray(before) && Array.isArray(after) && rule.isWhole !== true) {
    return compareLists(before, after, place);
  }
  return [difference('changed', before, after, place)];
}

function difference(kind: Difference['kind'], before: Value, after: Value, place: Place): Difference {
  return { kind, ...place, ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) };
}

function oneSided(before: Value, after: Value, { at, pathBefore, pathAfter }: Place): Difference {
  return after === undefined
    ? { kind: 'removed', at, pathBefore, pathAfter: null, ...(before === undefined ? {} : { before }) }
    : { kind: 'added', at, pathBefore: null, pathAfter, after };
}

function asObject(value: Value): JsonObject {
  return isJsonObject(value) ? value : {};
}

// What a segment has of its own is told by clause, also when it had nothing of its own before.
function isOpened(value: Value, { pathAfter }: Place): boolean {
  const isPatch = pathAfter[0] === 'overrides' && (pathAfter.length === 2 || pathAfter.length === 3);
  return isPatch && isJsonObject(value) && Object.keys(value).length > 0;
}

/** The form of a value, where it can have several; `null` where it does not tell. */
function formOf(value: JsonObject, rule: KeyRule): string | null {
  if (rule.formKey !== undefined) {
    const form = value[rule.formKey];
    return typeof form === 'string' ? form : null;
  }
  return rule.forms?.find((key) => Object.hasOwn(value, key)) ?? null;
}

function isOtherQuestion(before: JsonObject, after: JsonObject, rule: KeyRule): boolean {
  if (rule.isCondition !== true) return false;
  const keys = Object.keys(before);
  const hasOtherKeys = keys.length !== Object.keys(after).length || keys.some((key) => !Object.hasOwn(after, key));
  return hasOtherKeys || before.field !== after.field;
}

function compareObjects(before: JsonObject, after: JsonObject, place: Place): readonly Difference[] {
  return [...new Set([...Object.keys(after), ...Object.keys(before)])].flatMap((key) =>
    compareValues(ownValue(before, key), ownValue(after, key), {
      at: ruleBelow(place.at, key),
      pathBefore: [...place.pathBefore, key],
      pathAfter: [...place.pathAfter, key],
    }),
  );
}

function ownValue(value: JsonObject, key: string): Value {
  return Object.hasOwn(value, key) ? value[key] : undefined;
}

// A condition whose parts have nothing in common asks something else: it is told as a whole.
function settled(
  found: readonly Difference[],
  before: JsonObject,
  after: JsonObject,
  place: Place,
): readonly Difference[] {
  if (place.at.rule.isCondition !== true) return found;
  const parts = before.all ?? before.any;
  const others = after.all ?? after.any;
  if (!Array.isArray(parts) || !Array.isArray(others)) return found;
  const depth = place.pathAfter.length + 2;
  const isOfPart = ({ kind, pathBefore, pathAfter }: Difference) =>
    kind !== 'moved' && (pathAfter ?? pathBefore)?.length === depth;
  const whole = found.filter(isOfPart).length;
  return whole > 1 && whole >= Math.max(parts.length, others.length)
    ? [difference('changed', before, after, place)]
    : found;
}

function compareLists(before: readonly Json[], after: readonly Json[], place: Place): readonly Difference[] {
  const { rule } = place.at;
  if (rule.order !== undefined && rule.declares === undefined) return compareOrders(before, after, place);
  const isPlain = [...before, ...after].every((item) => typeof item !== 'object' || item === null);
  if (isPlain) return [difference(isSameSet(before, after) ? 'moved' : 'changed', before, after, place)];
  return compareEntries(before, after, place);
}

function isSameSet(before: readonly Json[], after: readonly Json[]): boolean {
  const sorted = (items: readonly Json[]) => items.map((item) => JSON.stringify(item)).sort();
  return isSameJson(sorted(before), sorted(after));
}

// Names that are on one side only are told where they are declared. An override may name what it does not declare.
function compareOrders(before: readonly Json[], after: readonly Json[], place: Place): readonly Difference[] {
  const isOwn = place.pathAfter[0] === 'overrides';
  const common = {
    before: before.filter((name) => after.includes(name)),
    after: after.filter((name) => before.includes(name)),
  };
  if (isOwn && !isSameSet(before, after)) return [difference('changed', before, after, place)];
  return isSameJson(common.before, common.after) ? [] : [difference('moved', before, after, place)];
}

function compareEntries(before: readonly Json[], after: readonly Json[], place: Place): readonly Difference[] {
  const at = ruleBelow(place.at, '[]');
  const pairs = matchEntries(before, after, { list: place.at.rule, entry: at.rule });
  const pathOf = (index: number, path: readonly PathStep[]) => [...path, index];
  const paired = {
    before: new Set(pairs.map((pair) => pair.before)),
    after: new Map(pairs.map((pair) => [pair.after, pair])),
  };
  const found = after.flatMap((item, index): readonly Difference[] => {
    const pair = paired.after.get(index);
    const pathAfter = pathOf(index, place.pathAfter);
    if (pair === undefined) return [{ kind: 'added', at, pathBefore: null, pathAfter, after: item }];
    return compareValues(before[pair.before], item, {
      at,
      pathBefore: pathOf(pair.before, place.pathBefore),
      pathAfter,
    });
  });
  const gone = before.flatMap((item, index): readonly Difference[] =>
    paired.before.has(index)
      ? []
      : [{ kind: 'removed', at, pathBefore: pathOf(index, place.pathBefore), pathAfter: null, before: item }],
  );
  const isMoved = pairs.some(
    ({ before: index }, position) => position > 0 && index < (pairs[position - 1]?.before ?? 0),
  );
  const moved = isMoved ? [difference('moved', orderOf(before), orderOf(after), place)] : [];
  return [...moved, ...found, ...gone];
}
