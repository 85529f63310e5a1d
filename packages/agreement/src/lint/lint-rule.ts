import type { Agreement } from '../agreement.ts';
import type { PathStep, Severity } from '../issue/agreement-issue.ts';
import type { Witness } from './witness.ts';

export type { Witness, WitnessEngagement, WitnessLead, WitnessStep } from './witness.ts';

/** What rules look at. */
export interface LintSubject {
  /** The whole document, which is also the agreement of leads of no segment. */
  readonly agreement: Agreement;
  /** The agreement of leads of no segment first, then that of each segment. */
  readonly variants: readonly Variant[];
  readonly asOf: {
    /** UTC milliseconds. */
    readonly ms: number;
    /** The day that it is in the agreement's zone, such as 2026-10-01. */
    readonly day: string;
  };
  /** How many of the required signatures hold for exactly this content. */
  readonly signed: SignedState;
  /** Ids of the metrics that exist; `null` when they are not known, and not checked. */
  readonly metrics: ReadonlySet<string> | null;
  /** Whether there is a country or region with public holidays; `null` when that is not known, and not checked. */
  readonly isHolidayRegion: ((code: string) => boolean) | null;
}

/** How many of the required signatures there are. */
export type SignedState = 'unsigned' | 'partly' | 'signed';

/** The agreement that holds for the leads of a segment. */
export interface Variant {
  /** `null` for leads of none. */
  readonly segment: string | null;
  readonly agreement: Agreement;
}

/** What a rule has found. */
export interface LintFinding {
  /** A place of the document; `placeIn` makes it from a place of a variant. */
  readonly path: readonly PathStep[];
  /** Whether the key is meant, rather than its value. */
  readonly atKey?: boolean;
  /** What is wrong and why it matters, one sentence or two, with the names of the clauses. */
  readonly message: string;
  /** What to do. */
  readonly remedy: string;
  readonly witness?: Witness;
}

/** One thing that is looked for in every agreement. */
export interface LintRule<C extends string = string> {
  /** Also the name of its page under docs/lint. */
  readonly code: C;
  readonly severity: Severity;
  /** What it finds, in a few words. */
  readonly title: string;
  readonly check: (subject: LintSubject) => readonly LintFinding[];
}

/** Makes a rule; its code stays a literal type, so that the codes of all rules are a closed list. */
export function lintRule<const C extends string>(rule: LintRule<C>): LintRule<C> {
  return rule;
}
