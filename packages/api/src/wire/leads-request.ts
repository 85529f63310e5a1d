import type { ReportRequest } from './report-request.ts';

/** One number of a report, addressed for the way down to its leads. */
export interface ReportCell {
  readonly metric: string;
  /** A value for each dimension of the report, the grain included. */
  readonly dimensions: Readonly<Record<string, string | null>>;
  readonly part: 'numerator' | 'denominator' | 'excluded';
  /** Of a row that stands for folded values: the dimensions that it folds. */
  readonly folded?: readonly string[] | undefined;
}

/** Which of the leads: those after the last page's `next`. */
export interface PageRequest {
  readonly after?: string | undefined;
  /** 1 to 1,000. */
  readonly limit: number;
}

/** Which leads are behind a number: `POST /v1/reports/leads`. */
export interface LeadsRequest {
  /** The request whose answer held the number. Give its answer's `asOf`, so that the leads add up to it. */
  readonly report: ReportRequest;
  readonly cell: ReportCell;
  readonly page: PageRequest;
}
