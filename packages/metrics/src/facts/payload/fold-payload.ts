import { eventTypes, type JsonObject } from '@sameteam/model';
import type { Payload } from '../story/story.ts';
import { type PayloadShape, payloadShapes, personalFlags } from './payload-shapes.ts';

/** Picks what folds read of an object, and of the personal fields that stood in it; `null` where nothing is left. */
type Pick = (said: JsonObject | null, personal: JsonObject | null) => JsonObject | null;

/** Keys of what is picked are in the order of RFC 8785 where those of the input are. */
function compilePick(shape: PayloadShape, flagged: boolean): Pick {
  const flags = flagged ? Object.entries(personalFlags) : [];
  const parts = [
    ...Object.entries(shape).map(([field, part]) => ({ name: field, read: compilePart(field, part) })),
    ...flags.map(([field, name]) => ({ name, read: readFlag(field) })),
  ].sort((a, b) => (a.name < b.name ? -1 : 1));
  return (said, personal) => {
    let picked: Record<string, unknown> | null = null;
    for (const { name, read } of parts) {
      const value = read(said, personal);
      if (value === undefined) continue;
      picked ??= {};
      picked[name] = value;
    }
    return picked;
  };
}

type Read = (said: JsonObject | null, personal: JsonObject | null) => unknown;

function compilePart(field: string, part: PayloadShape[string]): Read {
  if (part === 'as-is') return (said) => said?.[field];
  if (isListShape(part)) {
    const pick = compilePick(part[0], false);
    return (said) => {
      const list = said?.[field];
      return Array.isArray(list) ? list.map((entry) => pick(entry as JsonObject, null) ?? {}) : undefined;
    };
  }
  const pick = compilePick(part, field === 'contact');
  return (said, personal) => {
    const value = said?.[field];
    if (value === null) return null;
    return pick(asObject(value), asObject(personal?.[field])) ?? undefined;
  };
}

function readFlag(field: string): Read {
  return (_, personal) => {
    const value = personal?.[field];
    return value === undefined ? undefined : value !== null;
  };
}

function isListShape(part: PayloadShape[string]): part is readonly [PayloadShape] {
  return Array.isArray(part);
}

function asObject(value: unknown): JsonObject | null {
  return typeof value === 'object' && value !== null ? (value as JsonObject) : null;
}

const pickOfRank: readonly (Pick | null)[] = eventTypes.map((type) => {
  const shape = payloadShapes[type];
  return shape === undefined ? null : compilePick(shape, type === 'contact.updated');
});

/** Whether folds read something of the data of events of a rank. */
export function hasPayload(rank: number): boolean {
  return pickOfRank[rank] !== undefined && pickOfRank[rank] !== null;
}

/**
 * What folds read of the data of an event: the fields of `payloadShapes`, with their names and forms. Of mail address,
 * phone and names it is kept that they were said: `contact: { hasEmail: true }` of a lead, `hasEmail: true` of
 * `contact.updated`; `false` where an explicit null cleared it.
 * Keys are in the order of RFC 8785 where those of the data are. O(fields).
 * @param rank of the type, see `eventRank` of the model
 * @param data without its personal fields
 * @param personal the personal fields, see `splitPersonal` of the model
 * @returns `null` where folds read nothing of it
 * @example
 * foldPayload(0, { product: 'seats' }, { contact: { email: 'ann@acme.example' } })
 * // { contact: { hasEmail: true }, product: 'seats' }
 */
export function foldPayload(rank: number, data: JsonObject, personal: JsonObject | null): Payload | null {
  const pick = pickOfRank[rank];
  return pick === undefined || pick === null ? null : pick(data, personal);
}
