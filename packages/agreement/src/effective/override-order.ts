import type { AgreementDocument } from '../schema/agreement-document.ts';
import { isJsonObject, type Json, type JsonObject } from './merge-patch.ts';

type Sections = Pick<AgreementDocument, 'readiness' | 'handOffs' | 'order'>;
type Patch = AgreementDocument['overrides'][string];

/** Sections whose entries have an order: the first that matches. */
const orderedSections = ['readiness', 'handOffs'] as const;

/**
 * An override with the order of the readiness and hand-offs that it adds said in it, since the form that is signed and
 * kept sorts keys: without, two orders would be one content. An override that adds none is left as it is.
 * @param document with the order of its own entries made explicit
 */
export function withOverrideOrder(patch: Patch, document: Sections): Patch {
  const said: Readonly<Record<string, Json>> = isJsonObject(patch.order) ? patch.order : {};
  const order: Record<string, Json> = { ...said };
  for (const section of orderedSections) {
    const names = namesAfter(patch[section] as Json | undefined, document.order[section]);
    const given = said[section];
    if (given !== undefined && !isNames(given)) return patch;
    const adds = names.some((name) => !document.order[section].includes(name));
    if (given !== undefined || adds) order[section] = arrangeNames(names, given ?? []);
  }
  return Object.keys(order).length === 0 ? patch : { ...patch, order };
}

/** What remains of the names of a section, and then what a patch adds to it, in its order. */
function namesAfter(change: Json | undefined, own: readonly string[]): readonly string[] {
  if (!isJsonObject(change)) return own;
  const patch: JsonObject = change;
  const kept = own.filter((name) => !Object.hasOwn(patch, name) || patch[name] !== null);
  return [...kept, ...Object.keys(patch).filter((name) => patch[name] !== null && !own.includes(name))];
}

/** Names in an order that names some of them first, and the rest as they come. Names that are not there stay: they are told as undeclared. */
export function arrangeNames(names: readonly string[], order: readonly string[]): readonly string[] {
  return [...new Set([...order, ...names])];
}

function isNames(value: Json): value is readonly string[] {
  return Array.isArray(value) && value.every((name) => typeof name === 'string');
}
