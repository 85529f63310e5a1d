import { isJsonObject, type Json } from '../effective/merge-patch.ts';
import type { KeyRule } from './key-rules/key-rule.ts';
import { type Counted, countTexts, likeness } from './likeness.ts';
import { isSameJson } from './same-json.ts';

/** Two entries of lists that are the same one, by their indices. */
export interface EntryPair {
  readonly before: number;
  readonly after: number;
}

/** What has less than this in common is another entry. */
const leastLikeness = 0.5;

/**
 * The entries of two lists that are the same, each at most once, by their place in the list after: by id; where they
 * have none, equal ones first, then those with the same key, then what is most alike. Parts of a condition that ask the
 * same are the same, and so are the last two that remain. O(n × m × size of an entry).
 */
export function matchEntries(
  before: readonly Json[],
  after: readonly Json[],
  rules: { readonly list: KeyRule; readonly entry: KeyRule },
): readonly EntryPair[] {
  const matching = createMatching(before, after);
  if (rules.list.declares !== undefined) {
    matching.pairBy((one, other) => keyOf(one, 'id') === keyOf(other, 'id'));
    return matching.pairs();
  }
  matching.pairBy(isSameJson);
  const { entryKey } = rules.list;
  if (entryKey !== undefined) matching.pairBy((one, other) => keyOf(one, entryKey) === keyOf(other, entryKey));
  if (rules.entry.isCondition === true) matching.pairBy((one, other) => questionOf(one) === questionOf(other));
  matching.pairAlike();
  const { forms } = rules.entry;
  if (forms !== undefined) matching.pairBy((one, other) => firstOf(one, forms) === firstOf(other, forms));
  if (rules.entry.isCondition === true) matching.pairLast();
  return matching.pairs();
}

interface Matching {
  /** Pairs what is equal in the order of the lists. */
  readonly pairBy: (isSame: (one: Json, other: Json) => boolean) => void;
  readonly pairAlike: () => void;
  readonly pairLast: () => void;
  readonly pairs: () => readonly EntryPair[];
}

function createMatching(before: readonly Json[], after: readonly Json[]): Matching {
  const found: EntryPair[] = [];
  const open = { before: new Set(before.keys()), after: new Set(after.keys()) };
  const pair = (one: number, other: number) => {
    if (!open.before.has(one) || !open.after.has(other)) return;
    open.before.delete(one);
    open.after.delete(other);
    found.push({ before: one, after: other });
  };
  return {
    pairBy: (isSame) => {
      for (const one of open.before) {
        const other = [...open.after].find((index) => isSame(before[one] as Json, after[index] as Json));
        if (other !== undefined) pair(one, other);
      }
    },
    pairAlike: () => {
      const bags = { before: before.map(leafTexts), after: after.map(leafTexts) };
      const candidates = [...open.before].flatMap((one) =>
        [...open.after].map((other) => ({
          one,
          other,
          alike: likeness(bags.before[one] ?? new Map(), bags.after[other] ?? new Map()),
        })),
      );
      // Pairs with the same sum have nothing in common, so that both directions find the same.
      const ranked = candidates.sort((a, b) => b.alike - a.alike || a.one + a.other - (b.one + b.other));
      for (const { one, other, alike } of ranked) if (alike >= leastLikeness) pair(one, other);
    },
    pairLast: () => {
      const [one] = open.before;
      const [other] = open.after;
      if (open.before.size === 1 && open.after.size === 1 && one !== undefined && other !== undefined) pair(one, other);
    },
    pairs: () => found.sort((a, b) => a.after - b.after),
  };
}

function keyOf(entry: Json, key: string): string {
  return JSON.stringify(isJsonObject(entry) ? (entry[key] ?? null) : null);
}

function firstOf(entry: Json, keys: readonly string[]): string | undefined {
  return keys.find((key) => isJsonObject(entry) && Object.hasOwn(entry, key));
}

/** What a condition asks about, without what it expects. */
function questionOf(condition: Json): string {
  if (!isJsonObject(condition)) return '';
  return JSON.stringify([Object.keys(condition).sort(), condition.field ?? null]);
}

function leafTexts(value: Json): Counted {
  const texts: string[] = [];
  const walk = (at: Json, path: string) => {
    if (Array.isArray(at)) for (const item of at as readonly Json[]) walk(item, `${path}*/`);
    else if (isJsonObject(at)) for (const [key, item] of Object.entries(at)) walk(item, `${path}${key}/`);
    else texts.push(`${path}=${JSON.stringify(at)}`);
  };
  walk(value, '');
  return countTexts(texts);
}
