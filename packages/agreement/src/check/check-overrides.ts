import type { Agreement } from '../agreement.ts';
import { applyOverride } from '../effective/apply-override.ts';
import { isJsonObject, type Json } from '../effective/merge-patch.ts';
import type { PathStep } from '../issue/agreement-issue.ts';
import { type Finding, finding } from '../issue/finding.ts';
import type { Checked } from './check-document.ts';

/**
 * Finds what each override makes wrong: it is applied, and the result is checked like any other document.
 * @param check the check of a document without its overrides
 */
export function checkOverrides(
  agreement: Agreement,
  base: Checked,
  check: (value: unknown) => Checked,
): readonly Finding[] {
  const known = new Set(base.findings.map(identityOf));
  return Object.entries(agreement.overrides).flatMap(([segment, patch]) => {
    const merged = applyOverride(agreement, patch);
    const path = ['overrides', segment];
    return check(merged)
      .findings.filter((found) => !known.has(identityOf(found)))
      .map((found): Finding => {
        const place = { path: [...path, ...found.path], atKey: found.atKey, severity: found.severity };
        // Where the patch itself says the wrong thing, the finding speaks for itself.
        if (found.code !== 'misplaced-key' && stands(patch as Json, found.path)) return { ...found, ...place };
        const { code, message } = found;
        const at = found.path.join('.');
        return finding('override-invalid', place, { segment, at, message, remedy: remedies[code] ?? found.remedy });
      });
  });
}

/** What to do where the override itself says nothing wrong, but what it leaves of the agreement does not fit. */
const remedies: Readonly<Partial<Record<Finding['code'], string>>> = {
  'misplaced-key':
    'A merge patch keeps what it does not name: to turn a clause into one of another form, set the keys of the old form to null.',
  'readiness-undefined': 'Override what still names it, or keep it.',
};

function identityOf(found: Finding): string {
  return JSON.stringify([found.code, found.path]);
}

function stands(patch: Json, path: readonly PathStep[]): boolean {
  let at: Json | undefined = patch;
  for (const step of path) {
    if (Array.isArray(at)) at = (at as readonly Json[])[Number(step)];
    else if (isJsonObject(at) && Object.hasOwn(at, step)) at = at[step];
    // A single value stands for a list of one.
    else return typeof step === 'number' && at !== null && typeof at !== 'object';
  }
  return at !== undefined && at !== null;
}
