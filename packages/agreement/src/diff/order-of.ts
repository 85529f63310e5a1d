import { isJsonObject, type Json } from '../effective/merge-patch.ts';

/** The order of a list: the ids of its entries, or the entries themselves where they have none. */
export function orderOf(value: Json): Json {
  if (!Array.isArray(value)) return value;
  const entries = value as readonly Json[];
  return entries.map((entry) => (isJsonObject(entry) && typeof entry.id === 'string' ? entry.id : entry));
}
