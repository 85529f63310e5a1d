import type { Agreement } from '../agreement.ts';
import { isJsonObject, type Json, type JsonObject, mergePatch } from './merge-patch.ts';

/**
 * The document that an override makes of an agreement, not yet checked. Names that the patch removes leave the
 * order as well, unless the patch says an order of its own.
 */
export function applyOverride(agreement: Agreement, patch: Agreement['overrides'][string]): Json {
  const merged = mergePatch(agreement as unknown as Json, patch as Json);
  if (!isJsonObject(merged) || (patch.order !== undefined && !isJsonObject(patch.order))) return merged;
  const said: JsonObject = patch.order ?? {};
  const remaining = (names: readonly string[], section: Json | undefined) =>
    names.filter((name) => isJsonObject(section) && Object.hasOwn(section, name));
  const order = {
    readiness: said.readiness ?? remaining(agreement.order.readiness, merged.readiness),
    handOffs: said.handOffs ?? remaining(agreement.order.handOffs, merged.handOffs),
  };
  return { ...merged, order: isJsonObject(merged.order) ? { ...merged.order, ...order } : order };
}
