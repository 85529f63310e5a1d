import type { ReportRow } from './report-row.ts';

/** The agreement that a number was judged by. */
export interface AgreementReference {
  readonly name: string;
  readonly version: number;
  /** `true` as long as it does not bind at the instant of the numbers: not signed by all who must, or not begun. */
  readonly draft: boolean;
  /**
   * How far it has come at the instant of the numbers: `draft` without the signatures of all who must, `signed` before its
   * first day, `binding`, `ended` after its last; `unknown` where nobody has looked at signatures.
   */
  readonly standing: 'draft' | 'signed' | 'binding' | 'ended' | 'unknown';
}

/** The answer to a report request. */
export interface Report {
  /** In the order of the request's metrics. Never fewer than asked for: an empty period is a row with zero. */
  readonly rows: readonly ReportRow[];
  /** The instant that the report stands at, ISO 8601. */
  readonly asOf: string;
  readonly agreement: AgreementReference;
}
