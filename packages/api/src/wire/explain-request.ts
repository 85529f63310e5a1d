import type { ReportRequest } from './report-request.ts';

/** What is to be explained: a metric, and one number of it where a report is given: `POST /v1/reports/explanation`. */
export interface ExplainRequest {
  readonly metric: string;
  /** The request whose answer held the number. Give its answer's `asOf`. Absent: only what the metric means. */
  readonly report?: Omit<ReportRequest, 'metrics'> | undefined;
  /** The number's value of each dimension of the report, the grain included. */
  readonly dimensions?: Readonly<Record<string, string | null>> | undefined;
  /** Of a row that stands for folded values: the dimensions that it folds. */
  readonly folded?: readonly string[] | undefined;
}
