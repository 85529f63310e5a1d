import { eventCatalog } from '../events/event-catalog.ts';
import { type EventType, eventTypes } from '../vocabulary/event-types.ts';
import { isNewerMinor } from '../vocabulary/schema-version.ts';
import { type PersonalTree, personalFields } from './personal-fields.ts';
import { splitUnknown } from './split-unknown.ts';

/** An object of JSON. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** The two sides of the `data` of an event. */
export interface SplitData {
  /** Without personal fields. The very object that was given when it had none. */
  readonly data: JsonObject;
  /** The personal fields at their places; `null` when there were none. */
  readonly personal: JsonObject | null;
}

type Places = ReadonlyMap<string, true | Places>;

/** Where the personal fields of each type are, read from the schemas on first use. */
let placesByType: ReadonlyMap<string, Places | null> | undefined;

function placesOf(type: EventType): Places | null {
  placesByType ??= new Map(eventTypes.map((known) => [known, toPlaces(personalFields(known))]));
  return placesByType.get(type) ?? null;
}

function toPlaces(tree: PersonalTree): Places;
function toPlaces(tree: PersonalTree | null): Places | null;
function toPlaces(tree: PersonalTree | null): Places | null {
  if (tree === null) return null;
  return new Map(Object.entries(tree).map(([field, below]) => [field, below === true ? true : toPlaces(below)]));
}

/**
 * Takes the fields that the schema marks as personal out of the `data` of a valid event. A field that is
 * explicitly null is personal too. An object of which nothing else is left goes with them.
 * Whether a field of a newer minor version is personal cannot be known here: all of them go to the personal side.
 * O(fields); makes no copy when there is nothing to take. Undone by `mergePersonal`.
 * @example
 * splitPersonal({ type: 'lead.captured', data: { contact: { email: 'ann@acme.example', role: 'vp' } } })
 * // { data: { contact: { role: 'vp' } }, personal: { contact: { email: 'ann@acme.example' } } }
 */
export function splitPersonal(event: {
  readonly type: EventType;
  readonly data: object;
  readonly dataschema?: string | undefined;
}): SplitData {
  const data = event.data as JsonObject;
  if (isNewerMinor(event.dataschema)) return splitUnknown(data, eventCatalog[event.type].data);
  const places = placesOf(event.type);
  return (places === null ? null : split(data, places)) ?? { data, personal: null };
}

function split(object: JsonObject, places: Places): { data: JsonObject; personal: JsonObject } | null {
  if (!hasPersonal(object, places)) return null;
  const personal: Record<string, unknown> = {};
  const data: Record<string, unknown> = {};
  for (const field of Object.keys(object)) {
    const value = object[field];
    const place = places.get(field);
    if (place === true && value !== undefined) {
      personal[field] = value;
      continue;
    }
    const parts = place === undefined || place === true || !isObject(value) ? null : split(value, place);
    if (parts === null) {
      data[field] = value;
      continue;
    }
    personal[field] = parts.personal;
    if (Object.keys(parts.data).length > 0) data[field] = parts.data;
  }
  return { data, personal };
}

function hasPersonal(object: JsonObject, places: Places): boolean {
  for (const [field, place] of places) {
    const value = object[field];
    if (value !== undefined && (place === true || (isObject(value) && hasPersonal(value, place)))) return true;
  }
  return false;
}

/**
 * Puts personal fields back to their places: the inverse of `splitPersonal`.
 * @example
 * mergePersonal({ contact: { role: 'vp' } }, { contact: { email: 'ann@acme.example' } })
 * // { contact: { role: 'vp', email: 'ann@acme.example' } }
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
