import type { Agreement } from '../agreement.ts';
import { AgreementError } from '../agreement-error.ts';
import { applyOverride } from '../effective/apply-override.ts';
import { isJsonObject, type Json, type JsonObject } from '../effective/merge-patch.ts';
import { normaliseAgreement } from '../effective/normalise-agreement.ts';
import type { PathStep } from '../issue/agreement-issue.ts';
import type { AgreementInput } from '../schema/agreement-document.ts';
import type { WalkHole } from '../walk/walk.ts';
import { walkAgreement } from '../walk/walk-agreement.ts';
import type { Variant } from './lint-rule.ts';

/**
 * The entry of an override without which a hole would not be there, found by leaving out one after the other; the
 * whole override where no single entry makes it. O(entries × walk).
 */
export function overrideThatMakes(base: Agreement, { segment }: Variant, hole: WalkHole): readonly PathStep[] {
  const name = segment ?? '';
  const patch = base.overrides[name] as JsonObject | undefined;
  if (patch === undefined) return hole.path;
  const made = entriesOf(patch).find((entry) => !hasHole(base, name, without(patch, entry), hole));
  return ['overrides', name, ...(made ?? [])];
}

/** Entries of sections, and sections that are lists. */
function entriesOf(patch: JsonObject): readonly (readonly string[])[] {
  return Object.entries(patch).flatMap(([section, entries]) =>
    isJsonObject(entries) ? Object.keys(entries).map((id) => [section, id]) : [[section]],
  );
}

function without(patch: JsonObject, [section = '', id]: readonly string[]): JsonObject {
  return Object.fromEntries(
    Object.entries(patch).flatMap(([key, entries]): readonly (readonly [string, Json])[] => {
      if (key !== section) return [[key, entries]];
      if (id === undefined || !isJsonObject(entries)) return [];
      return [[key, Object.fromEntries(Object.entries(entries).filter(([name]) => name !== id))]];
    }),
  );
}

function hasHole(base: Agreement, segment: string, patch: JsonObject, hole: WalkHole): boolean {
  const agreement = applied(base, patch);
  // An entry that another one needs is not the one that makes the hole.
  if (agreement === null) return true;
  const { holes } = walkAgreement(agreement, { segment });
  return holes.some(({ kind, path }) => kind === hole.kind && path.join('/') === hole.path.join('/'));
}

function applied(base: Agreement, patch: JsonObject): Agreement | null {
  try {
    return normaliseAgreement(applyOverride(base, patch) as AgreementInput);
  } catch (error) {
    if (error instanceof AgreementError && error.code === 'invalid-agreement') return null;
    throw error;
  }
}
