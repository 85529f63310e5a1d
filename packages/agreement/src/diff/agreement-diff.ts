import type { Json } from '../effective/merge-patch.ts';

/** What became of a part of an agreement. */
export type ChangeKind = 'added' | 'removed' | 'changed' | 'renamed' | 'moved';

/** Whether something is done or counted differently, or only said differently. */
export type ChangeEffect = 'behaviour' | 'wording';

/** Whom a change concerns. All lists are empty for what is only wording. */
export interface Affected {
  readonly teams: readonly string[];
  /** Segments whose leads it concerns; `null` stands for the leads of no segment. */
  readonly segments: readonly (string | null)[];
  /** Empty where it does not depend on readiness. */
  readonly readiness: readonly string[];
  readonly sentence: string;
}

/** What a segment lives by, before and after a change in its override; absent where it has no such clause. */
export interface InEffect {
  readonly before?: Json;
  readonly after?: Json;
}

/** One difference of two agreements. Plain JSON. */
export interface Change {
  /** Where it stands in the agreement after; in the one before, for what was removed. As `clauseAt` takes it. */
  readonly address: string;
  /** Where it stood before, if somewhere else: something around it was renamed or moved. */
  readonly was: string | null;
  /** The address of the clause that it lies in, as `clausesOf` names it. */
  readonly clause: string;
  readonly kind: ChangeKind;
  readonly effect: ChangeEffect;
  /** The value before; absent for what was added. The old name of what was renamed, the old order of what was moved. */
  readonly before?: Json;
  /** The value after; absent for what was removed. */
  readonly after?: Json;
  readonly sentence: string;
  readonly affects: Affected;
  /** Only for a change in an override. */
  readonly inEffect?: InEffect;
}

/** Everything in which two agreements differ, by meaning. Plain JSON. */
export interface AgreementDiff {
  /** In the order of the document. */
  readonly changes: readonly Change[];
  /** Changes of `version`, `effective` and `until`, which each version makes. */
  readonly version: readonly Change[];
}

/**
 * Whether two agreements say the same.
 * @param options.version `ignored` for two versions that differ in nothing but number and dates
 * @example isEmptyDiff(diffAgreements(agreement, agreement)) // true
 */
export function isEmptyDiff(diff: AgreementDiff, options: { readonly version?: 'counted' | 'ignored' } = {}): boolean {
  return diff.changes.length === 0 && (options.version === 'ignored' || diff.version.length === 0);
}
