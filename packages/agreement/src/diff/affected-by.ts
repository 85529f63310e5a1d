import type { Json } from '../effective/merge-patch.ts';
import type { PathStep } from '../issue/agreement-issue.ts';
import { overridable } from '../schema/overrides.ts';
import type { Affected, ChangeEffect, ChangeKind } from './agreement-diff.ts';
import type { ClauseOf } from './clause-finder.ts';
import type { Comparison } from './compare-agreements.ts';
import { firmSteps, valueBySteps } from './firm-steps.ts';
import type { NamePlace } from './map-names.ts';
import { namedList } from './named-list.ts';
import { orderOf } from './order-of.ts';
import { addressSteps } from './places.ts';
import { declaredPath } from './renamed-things.ts';
import { isSameJson } from './same-json.ts';

type Path = readonly PathStep[];

/** A change, as far as it matters for whom it concerns. */
export interface Concern {
  /** Steps to it in the document before, with the names of the one after; `null` for what was added. */
  readonly pathBefore: Path | null;
  readonly pathAfter: Path | null;
  readonly kind: ChangeKind;
  readonly effect: ChangeEffect;
}

/** Finds whom a change concerns: teams and readiness that its clause names, and segments for which it holds. */
export function affectedBy(concern: Concern, comparison: Comparison, clauseOf: ClauseOf): Affected {
  if (concern.effect === 'wording') {
    return { teams: [], segments: [], readiness: [], sentence: 'It concerns nobody: only the wording is different.' };
  }
  const sides = sidesOf(concern, comparison);
  const segments = segmentsOf(concern, comparison);
  const named = (kind: 'team' | 'readiness', found: (side: Side) => readonly string[]) => {
    const declared = new Set(sides.flatMap(({ places }) => declaredNames(places, kind)));
    return unique(sides.flatMap(found)).filter((name) => declared.has(name));
  };
  const readiness = named('readiness', (side) => namesAround(side, 'readiness', clauseOf));
  const own = named('team', (side) => namesAround(side, 'team', clauseOf));
  const near = own.length > 0 ? own : named('team', (side) => teamsNearby(side, clauseOf));
  const teams = near.length > 0 ? near : Object.keys(comparison.after.teams);
  return { teams, segments, readiness, sentence: sentenceOf({ teams, segments, readiness }, comparison) };
}

// `pool` and `head` are no teams, somebody else than a team may sign, and an SLA may count a metric.
function declaredNames(places: readonly NamePlace[], kind: 'team' | 'readiness'): readonly string[] {
  return places.filter((place) => place.kind === kind && place.role === 'declared').map(({ name }) => name);
}

interface Side {
  readonly document: Json;
  readonly places: readonly NamePlace[];
  readonly path: Path;
}

/** The change in both documents; what an override says of a clause concerns whom the clause concerns. */
function sidesOf({ pathBefore, pathAfter }: Concern, { documents, places }: Comparison): readonly Side[] {
  const sides = [
    ...(pathAfter === null ? [] : [{ document: documents.after, places: places.after, path: pathAfter }]),
    ...(pathBefore === null ? [] : [{ document: documents.renamed, places: places.renamed, path: pathBefore }]),
  ];
  return sides.flatMap((side) =>
    side.path[0] === 'overrides' && side.path.length > 3 ? [side, { ...side, path: side.path.slice(2) }] : [side],
  );
}

function namesAround(side: Side, kind: 'team' | 'readiness', clauseOf: ClauseOf): readonly string[] {
  const { document, places, path } = side;
  const around = clausePath(document, path, clauseOf);
  return places
    .filter((place) => place.kind === kind && place.path[0] !== 'order')
    .filter((place) => {
      const at = place.role === 'declared' ? declaredPath(place) : place.path;
      const isAbove =
        startsWith(path, at) || (place.role === 'referred' && at.length > 1 && startsWith(path, at.slice(0, -1)));
      return isAbove || startsWith(at, around);
    })
    .map(({ name }) => name);
}

/** Steps to the clause that a path lies in; to the entry, where the clause is a list. */
function clausePath(document: Json, path: Path, clauseOf: ClauseOf): Path {
  const { depth: found } = clauseOf(addressSteps(document, path));
  // What other segments have of their own is no part of what one has.
  const depth = path[0] === 'overrides' ? Math.max(found, 2) : found;
  return path.slice(0, typeof path[depth] === 'number' ? depth + 1 : depth);
}

/** Teams in the clauses that speak of what was changed, and in those that it speaks of. */
function teamsNearby(side: Side, clauseOf: ClauseOf): readonly string[] {
  const { document, places, path } = side;
  const around = clausePath(document, path, clauseOf);
  const things = places.filter((place) => place.role === 'declared' && startsWith(path, declaredPath(place)));
  const speaking = places.filter(
    (place) => place.role === 'referred' && things.some((thing) => isSameThing(thing, place)),
  );
  const spokenOf = places.filter((place) => place.role === 'referred' && startsWith(place.path, around));
  const declared = places.filter(
    (place) => place.role === 'declared' && spokenOf.some((reference) => isSameThing(reference, place)),
  );
  return [...speaking.map((place) => place.path), ...declared.map(declaredPath)].flatMap((near) =>
    namesAround({ ...side, path: near }, 'team', clauseOf),
  );
}

function isSameThing(one: NamePlace, other: NamePlace): boolean {
  return one.kind === other.kind && one.scope === other.scope && one.name === other.name;
}

function startsWith(path: Path, start: Path): boolean {
  return start.length <= path.length && start.every((step, index) => step === path[index]);
}

const overridableSections: ReadonlySet<PathStep | undefined> = new Set(overridable);

function segmentsOf(concern: Concern, comparison: Comparison): readonly (string | null)[] {
  const { pathBefore, pathAfter, kind } = concern;
  const { documents, segments, variants } = comparison;
  const path = pathAfter ?? pathBefore ?? [];
  const steps = firmSteps(pathAfter === null ? documents.renamed : documents.after, path);
  if (path[0] === 'overrides' && typeof path[1] === 'string') return [path[1]];
  if (path[0] === 'segments' && steps[1] !== undefined) return [steps[1].key];
  if (!overridableSections.has(path[0])) return segments;
  return segments.filter((segment) => {
    const variant = variants(segment);
    const after = valueBySteps(variant.after, steps);
    if (kind === 'renamed') return after !== undefined && after !== null;
    const before = valueBySteps(variant.before, steps);
    if (kind !== 'moved' || before === undefined || after === undefined) return !isSameJson(before, after);
    return !isSameJson(orderOf(before), orderOf(after));
  });
}

function unique(names: readonly string[]): readonly string[] {
  return [...new Set(names)];
}

function sentenceOf({ teams, segments, readiness }: Omit<Affected, 'sentence'>, comparison: Comparison): string {
  const all = Object.keys(comparison.after.teams);
  const isEverybody = all.length > 2 && all.every((team) => teams.includes(team));
  const who = isEverybody ? 'every team' : namedList(teams);
  const leads = readiness.length === 0 ? 'leads' : `${namedList(readiness)} leads`;
  const missing = comparison.segments.filter((segment) => !segments.includes(segment));
  if (missing.length === 0) return `It concerns ${who}${readiness.length === 0 ? '' : `, for ${leads}`}.`;
  const named = segments.filter((segment) => segment !== null);
  if (segments.length === 0) return `It concerns ${who}, but no leads: each segment has its own variant.`;
  if (!segments.includes(null))
    return `It concerns ${who}, for ${leads} of the ${segmentWord(named)} ${namedList(named)}.`;
  const others = missing.filter((segment) => segment !== null);
  return `It concerns ${who}, for all ${leads} but those of the ${segmentWord(others)} ${namedList(others)}, ${others.length === 1 ? 'which has its own variant' : 'which have their own variants'}.`;
}

function segmentWord(names: readonly string[]): string {
  return names.length === 1 ? 'segment' : 'segments';
}
