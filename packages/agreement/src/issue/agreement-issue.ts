import type { LintCode } from '../lint/registry.ts';
import type { Witness } from '../lint/witness.ts';
import type { CheckCode } from './agreement-issue-params.ts';

/** Codes of an issue: of reading and checking, and of lint. */
export type AgreementIssueCode = CheckCode | LintCode;

/** How bad an issue is: an error refuses the agreement, a warning does not. */
export type Severity = 'error' | 'warning' | 'information';

/** One thing that is wrong with an agreement, and where. */
export interface AgreementIssue {
  /** From a closed list. */
  readonly code: AgreementIssueCode;
  readonly severity: Severity;
  /** Name of the file; `null` for an agreement that does not come from one. */
  readonly file: string | null;
  /** From 1; `null` for an agreement that was not read from text. */
  readonly line: number | null;
  /** From 1, in UTF-16 units. */
  readonly column: number | null;
  /** JSON pointer (RFC 6901) of the value, such as `/sla/decision/of`; empty for the whole document. */
  readonly pointer: string;
  /** What is wrong and why, one sentence or two. */
  readonly message: string;
  /** What to do. */
  readonly remedy: string;
  /** An example that shows it; `null` where the sentence is enough. */
  readonly witness: Witness | null;
}

/** A step into a document: the key of an object or the index of a list. */
export type PathStep = string | number;

/** Writes a path as a JSON pointer (RFC 6901). */
export function jsonPointer(path: readonly PathStep[]): string {
  return path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
