/** Why a whole file is refused, or a warning about it. */
export type TableIssueCode =
  | 'empty-file'
  | 'binary-file'
  | 'header-only'
  | 'bad-header'
  | 'wrong-delimiter'
  | 'missing-column'
  | 'duplicate-heading'
  | 'unknown-table'
  | 'ambiguous-table'
  | 'missing-join'
  | 'wrong-date-order';

/** One thing that is wrong with a file. */
export interface TableIssue {
  readonly file: string;
  /** The line to blame; `null` for the file as a whole. */
  readonly line: number | null;
  readonly column: string | null;
  readonly code: TableIssueCode;
  readonly severity: 'error' | 'warning';
  /** A whole message: what failed, why, what to do. */
  readonly message: string;
}
