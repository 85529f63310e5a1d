import { type EventType, eventTypes } from '../vocabulary/event-types.ts';
import { type PersonalTree, personalFields } from './personal-fields.ts';

/** An object of JSON. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** The two sides of the `data` of an event. */
export interface SplitData {
  /** Without personal fields. The very object that was given when it had none. */
  readonly data: JsonObject;
  /** The personal fields at their places; `null` when there were none. */
  readonly personal: JsonObject | null;
}

let trees: ReadonlyMap<string, PersonalTree | null> | undefined;

function treeOf(type: EventType): PersonalTree | null {
  trees ??= new Map(eventTypes.map((known) => [known, personalFields(known)]));
  return trees.get(type) ?? null;
}

/**
 * Takes the fields that the schema marks as personal out of the `data` of a valid event. A field that is
 * explicitly null is personal too. An object of which nothing else is left goes with them.
 * O(fields); makes no copy when there is nothing to take. Undone by `mergePersonal`.
 * @example
 * splitPersonal({ type: 'lead.captured', data: { contact: { email: 'ann@acme.example', role: 'vp' } } })
 * // { data: { contact: { role: 'vp' } }, personal: { contact: { email: 'ann@acme.example' } } }
 */
export function splitPersonal(event: { readonly type: EventType; readonly data: object }): SplitData {
  const data = event.data as JsonObject;
  const tree = treeOf(event.type);
  return (tree === null ? null : split(data, tree)) ?? { data, personal: null };
}

function split(object: JsonObject, tree: PersonalTree): { data: JsonObject; personal: JsonObject } | null {
  let personal: Record<string, unknown> | null = null;
  let rest: Record<string, unknown> | null = null;
  for (const field in tree) {
    const value = object[field];
    if (value === undefined) continue;
    const below = tree[field];
    const parts = below === true ? null : isObject(value) && below !== undefined ? split(value, below) : undefined;
    if (parts === undefined || (below !== true && parts === null)) continue;
    personal ??= {};
    rest ??= { ...object };
    personal[field] = parts === null ? value : parts.personal;
    if (parts === null || Object.keys(parts.data).length === 0) delete rest[field];
    else rest[field] = parts.data;
  }
  return personal === null || rest === null ? null : { data: rest, personal };
}

/**
 * Puts personal fields back to their places: the inverse of `splitPersonal`.
 * @example mergePersonal({ contact: { role: 'vp' } }, { contact: { email: 'ann@acme.example' } })
 */
export function mergePersonal(data: JsonObject, personal: JsonObject | null): JsonObject {
  if (personal === null) return data;
  const merged: Record<string, unknown> = { ...data };
  for (const [field, value] of Object.entries(personal)) {
    const here = merged[field];
    merged[field] = isObject(here) && isObject(value) ? mergePersonal(here, value) : value;
  }
  return merged;
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
