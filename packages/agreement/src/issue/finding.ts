import {
  type AgreementIssue,
  type AgreementIssueCode,
  jsonPointer,
  type PathStep,
  type Severity,
} from './agreement-issue.ts';
import type { AgreementIssueParams, CheckCode } from './agreement-issue-params.ts';
import { describeIssue } from './issue-messages.ts';

/** Something wrong at a path of a document, before it is known where that is in the text. */
export interface Finding {
  readonly code: AgreementIssueCode;
  readonly severity: Severity;
  readonly path: readonly PathStep[];
  /** Whether the key is meant, rather than its value. */
  readonly atKey: boolean;
  /** Where it stands, when the path does not tell. */
  readonly position?: Position;
  readonly message: string;
  readonly remedy: string;
}

/** A place in a text, both from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Tells where a value, or its key, stands; the nearest thing around it when it stands nowhere. */
export type Locate = (path: readonly PathStep[], atKey: boolean) => Position | null;

/** Makes a finding: its sentence and remedy come from the table of codes. */
export function finding<C extends CheckCode>(
  code: C,
  place: {
    readonly path: readonly PathStep[];
    readonly atKey?: boolean;
    readonly severity?: Severity;
    readonly position?: Position;
  },
  params: AgreementIssueParams[C],
): Finding {
  return { severity: 'error', atKey: false, ...place, code, ...describeIssue(code, params) };
}

/** Puts a finding at its place in a text. */
export function issueAt(
  found: Finding,
  source: { readonly file: string | null; readonly locate: Locate },
): AgreementIssue {
  const { path, atKey, code, severity, message, remedy } = found;
  const position = found.position ?? source.locate(path, atKey);
  return {
    code,
    severity,
    file: source.file,
    line: position?.line ?? null,
    column: position?.column ?? null,
    pointer: jsonPointer(path),
    message,
    remedy,
    witness: null,
  };
}
