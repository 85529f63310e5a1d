import { readFileSync } from 'node:fs';
import {
  type Agreement,
  type AgreementInput,
  type AgreementIssue,
  type Json,
  type LintOptions,
  lintAgreement,
  mergePatch,
  normaliseAgreement,
} from '@sameteam/agreement';
import { parse } from 'yaml';
import { isJsonObject } from '../src/effective/merge-patch.ts';

type Patch = { readonly [key: string]: Json } & { readonly overrides?: { readonly [segment: string]: Json } };
type Rule = NonNullable<LintOptions['rules']>[number];

const clean: Json = parse(readFileSync(new URL('fixtures/clean.yaml', import.meta.url), 'utf8'));

/** The clean agreement of the fixtures with a merge patch on it; the override of a segment is replaced whole. */
export function patched({ overrides = {}, ...patch }: Patch): Agreement {
  const merged = mergePatch(clean, patch);
  const kept = isJsonObject(merged) && isJsonObject(merged.overrides) ? merged.overrides : {};
  const own = Object.entries({ ...kept, ...overrides }).filter(([, given]) => given !== null);
  return normaliseAgreement({ ...(merged as AgreementInput), overrides: Object.fromEntries(own) } as AgreementInput);
}

/** What one rule finds in the clean agreement with a merge patch on it, as of 2026-10-01. */
export function lintCase(
  rule: Rule,
  patch: Patch,
  options: Partial<LintOptions> = {},
): readonly Pick<AgreementIssue, 'pointer' | 'message' | 'remedy' | 'witness'>[] {
  return lintAgreement(patched(patch), { asOf: Date.UTC(2026, 9, 1), ...options, rules: [rule] });
}

/** Where one rule finds something. */
export function lintPlaces(rule: Rule, patch: Patch, options: Partial<LintOptions> = {}): readonly string[] {
  return lintCase(rule, patch, options).map(({ pointer }) => pointer);
}
