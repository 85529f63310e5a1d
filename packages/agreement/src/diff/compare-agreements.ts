import type { Agreement } from '../agreement.ts';
import { applyOverride } from '../effective/apply-override.ts';
import { effectiveAgreement } from '../effective/effective-agreement.ts';
import type { Json } from '../effective/merge-patch.ts';
import { mapNames, type NamePlace, namePlaces, type ThingId, thingKey } from './map-names.ts';
import { matchThings, type Rename } from './match-things.ts';
import { type Derived, documentsToMatch, setAsideDerived } from './set-aside-derived.ts';

/** Two agreements side by side, and what is known of both before their values are compared. */
export interface Comparison {
  readonly before: Agreement;
  readonly after: Agreement;
  readonly renames: readonly Rename[];
  readonly derived: Derived;
  readonly documents: {
    readonly before: Json;
    /** The document before with the names of the one after. */
    readonly renamed: Json;
    readonly after: Json;
  };
  /** Where things are named. */
  readonly places: {
    readonly before: readonly NamePlace[];
    readonly renamed: readonly NamePlace[];
    readonly after: readonly NamePlace[];
  };
  /** The segments after, and `null` for the leads of none. */
  readonly segments: readonly (string | null)[];
  /**
   * The two documents with what a segment has of its own after, so that they differ only where the difference is not
   * hidden by that.
   */
  readonly variants: (segment: string | null) => { readonly before: Json; readonly after: Json };
  /** What leads of a segment live by, with the names of the agreement after; `null` where there is no such segment. */
  readonly effective: (segment: string | null) => { readonly before: Json | null; readonly after: Json | null };
}

/** Finds the things that were renamed, and lays out two agreements with the same names. */
export function compareAgreements(before: Agreement, after: Agreement): Comparison {
  const matched = documentsToMatch(before, after);
  const renames = matchThings(matched.before, matched.after);
  const names = new Map(renames.map((rename) => [thingKey(rename.before), rename.after.name]));
  const nameAfter = (id: ThingId) => names.get(thingKey(id)) ?? id.name;
  const rename = (document: Json) => mapNames(document, nameAfter);
  const derived = setAsideDerived(before, after, (name) => nameAfter({ kind: 'calendar', scope: '', name }));
  const { documents } = derived;
  const renamed = rename(documents.before);
  const oldName = (segment: string) =>
    renames.find(({ after: { kind, name } }) => kind === 'segment' && name === segment)?.before.name ?? segment;
  const effective = remembered((segment: string | null) => ({
    before: effectiveOf(before, segment === null ? null : oldName(segment), rename),
    after: effectiveOf(after, segment, (document) => document),
  }));
  const variants = remembered((segment: string | null) => {
    const patch = segment !== null && Object.hasOwn(after.overrides, segment) ? after.overrides[segment] : undefined;
    const patched = (document: Json) => (patch === undefined ? document : applied(document, patch));
    return { before: patched(renamed), after: patched(documents.after) };
  });
  return {
    before,
    after,
    renames,
    derived,
    documents: { ...documents, renamed },
    places: { before: namePlaces(documents.before), renamed: namePlaces(renamed), after: namePlaces(documents.after) },
    segments: [null, ...segmentsOf(after)],
    variants,
    effective,
  };
}

function applied(document: Json, patch: Agreement['overrides'][string]): Json {
  return applyOverride(document as unknown as Agreement, patch);
}

function segmentsOf(agreement: Agreement): readonly string[] {
  return agreement.segments.map(({ id }) => id);
}

function effectiveOf(agreement: Agreement, segment: string | null, rename: (document: Json) => Json): Json | null {
  if (segment !== null && !segmentsOf(agreement).includes(segment)) return null;
  return rename(effectiveAgreement(agreement, segment) as unknown as Json);
}

function remembered<K, V>(make: (key: K) => V): (key: K) => V {
  const made = new Map<K, V>();
  return (key) => {
    const known = made.get(key);
    if (known !== undefined) return known;
    const value = make(key);
    made.set(key, value);
    return value;
  };
}
