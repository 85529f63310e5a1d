import type { ReportRow } from './report-row.ts';

/** The agreement that a number was judged by. */
export interface AgreementReference {
  readonly name: string;
  readonly version: number;
  /** `true` as long as the required signatures are missing. */
  readonly draft: boolean;
}

/** The answer to a report request. */
export interface Report {
  /** In the order of the request's metrics. Never fewer than asked for: an empty period is a row with zero. */
  readonly rows: readonly ReportRow[];
  /** The instant that the report stands at, ISO 8601. */
  readonly asOf: string;
  readonly agreement: AgreementReference;
}
