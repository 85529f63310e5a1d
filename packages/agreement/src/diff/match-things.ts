import type { Json } from '../effective/merge-patch.ts';
import { type Counted, countTexts, likeness, nameLikeness } from './likeness.ts';
import { namePlaces, type ThingId, thingKey } from './map-names.ts';
import { type ThingFeatures, thingFeatures } from './thing-features.ts';

/** A thing that has another name than before. */
export interface Rename {
  readonly before: ThingId;
  readonly after: ThingId;
}

/** What has less than this in common is not the same thing. */
const leastLikeness = 0.5;

/**
 * The things that were renamed between two documents: what says exactly the same first, then what is most alike, one
 * after the other, since each that is found makes the names in others comparable. What has the same name is the same
 * thing. The other way round it finds the same pairs.
 * O(renames × (size of both documents + pairs of names that only one of them has)).
 */
export function matchThings(before: Json, after: Json): readonly Rename[] {
  const sides = { before: declaredIn(before), after: declaredIn(after) };
  const renames: Rename[] = [];
  for (;;) {
    const known = knownPairs(sides, renames);
    const pairs = openPairs(sides, known);
    if (pairs.length === 0) return renames;
    const taken = new Map([...known].map(([key, id]) => [thingKey(id), key]));
    const features = {
      before: thingFeatures(before, (id) => known.get(thingKey(id))?.name ?? '?'),
      after: thingFeatures(after, (id) => (taken.has(thingKey(id)) ? id.name : '?')),
    };
    const [best] = judged(pairs, features).toSorted(byRank);
    if (best === undefined) return renames;
    renames.push(best.pair);
  }
}

interface Sides<T> {
  readonly before: T;
  readonly after: T;
}

type Declared = ReadonlyMap<string, ThingId>;

function declaredIn(document: Json): Declared {
  const declared = namePlaces(document).filter(({ role }) => role === 'declared');
  return new Map(declared.map(({ kind, scope, name }) => [thingKey({ kind, scope, name }), { kind, scope, name }]));
}

/** Key of each thing before whose counterpart is known, to that. Parts come after what they are a part of. */
function knownPairs(sides: Sides<Declared>, renames: readonly Rename[]): Declared {
  const known = new Map(renames.map((rename) => [thingKey(rename.before), rename.after]));
  const taken = new Set(renames.map((rename) => thingKey(rename.after)));
  const all = [...sides.before.values()];
  for (const id of [...all.filter(({ scope }) => scope === ''), ...all.filter(({ scope }) => scope !== '')]) {
    const scope = scopeAfter(id, known);
    const same = scope === null ? null : { ...id, scope };
    if (same === null || known.has(thingKey(id)) || taken.has(thingKey(same))) continue;
    if (sides.after.has(thingKey(same))) known.set(thingKey(id), same);
  }
  return known;
}

/** The name after of what a thing is a part of; `null` while that is not known. */
function scopeAfter({ kind, scope }: ThingId, known: Declared): string | null {
  if (scope === '') return '';
  const parent = kind === 'stage' ? 'pipeline' : 'question';
  return known.get(thingKey({ kind: parent, scope: '', name: scope }))?.name ?? null;
}

/** Everything that only one side has, paired with all that it could be on the other. */
function openPairs(sides: Sides<Declared>, known: Declared): readonly Rename[] {
  const taken = new Set([...known.values()].map(thingKey));
  const gone = [...sides.before].filter(([key]) => !known.has(key)).map(([, id]) => id);
  const come = [...sides.after].filter(([key]) => !taken.has(key)).map(([, id]) => id);
  return gone.flatMap((before) => {
    const scope = scopeAfter(before, known);
    return come
      .filter((after) => after.kind === before.kind && after.scope === scope)
      .map((after) => ({ before, after }));
  });
}

interface Judged {
  readonly pair: Rename;
  readonly isExact: boolean;
  readonly likeness: number;
  readonly nameLikeness: number;
  /** The same in both directions, so that the result does not depend on which document is the first. */
  readonly names: string;
}

type Features = ReadonlyMap<string, ThingFeatures>;

function judged(pairs: readonly Rename[], features: Sides<Features>): readonly Judged[] {
  const weigh = { before: rarity(features.before), after: rarity(features.after) };
  return pairs.flatMap((pair): readonly Judged[] => {
    const before = features.before.get(thingKey(pair.before));
    const after = features.after.get(thingKey(pair.after));
    if (before === undefined || after === undefined) return [];
    const { kind } = pair.before;
    // What every other thing of the kind says as well, above all defaults, tells little.
    const weightOf = (text: string) => Math.floor(840 / Math.max(weigh.before(kind, text), weigh.after(kind, text), 1));
    const says = { before: countTexts(before.content), after: countTexts(after.content) };
    const isSaid = says.before.size > 0;
    const isExact = isSaid && likeness(says.before, says.after) === 1;
    const alike = likeness(withUsage(before), withUsage(after), weightOf);
    if (!isExact && alike < leastLikeness) return [];
    const names = [kind, ...[thingKey(pair.before), thingKey(pair.after)].sort()].join(' ');
    const near = nameLikeness(pair.before.name, pair.after.name);
    return [{ pair, isExact, likeness: alike, nameLikeness: near, names }];
  });
}

function withUsage({ content, usage }: ThingFeatures): Counted {
  return countTexts([...content, ...usage.map((place) => `at ${place}`)]);
}

/** By kind and text: how many things say it. */
function rarity(features: Features): (kind: string, text: string) => number {
  const counts = new Map<string, number>();
  for (const { id, content } of features.values()) {
    for (const text of new Set(content)) counts.set(`${id.kind} ${text}`, (counts.get(`${id.kind} ${text}`) ?? 0) + 1);
  }
  return (kind, text) => counts.get(`${kind} ${text}`) ?? 0;
}

function byRank(one: Judged, other: Judged): number {
  return (
    Number(other.isExact) - Number(one.isExact) ||
    other.likeness - one.likeness ||
    other.nameLikeness - one.nameLikeness ||
    (one.names < other.names ? -1 : 1)
  );
}
