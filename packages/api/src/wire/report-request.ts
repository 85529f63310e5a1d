import type { CalendarGrain } from './calendar-grain.ts';
import type { ReportFilter } from './report-filter.ts';

/**
 * What a report is asked for: `POST /v1/reports`.
 * @example { metrics: ['captured', 'lead_to_win_rate'], by: ['source.channel'], grain: 'month', from: '2026-01-01' }
 */
export interface ReportRequest {
  /** Metric ids, in the order in which their rows are wanted. At least one. */
  readonly metrics: readonly string[];
  /** Dimension ids. Empty or absent: one row for each metric. */
  readonly by?: readonly string[] | undefined;
  readonly filters?: readonly ReportFilter[] | undefined;
  /** First day, `YYYY-MM-DD`, included, in the agreement's zone. */
  readonly from?: string | undefined;
  /** Last day, `YYYY-MM-DD`, included, in the agreement's zone. */
  readonly to?: string | undefined;
  /** Cuts the anchor's time into calendar periods: the same as naming the grain last in `by`. */
  readonly grain?: CalendarGrain | undefined;
  /** The event that places a row in time, such as a stage; absent, each metric takes its own. */
  readonly anchor?: string | undefined;
  /** Instant, ISO 8601: only what had happened by then counts. Absent: now. */
  readonly asOf?: string | undefined;
  /** Instant, ISO 8601: only what had been recorded by then counts. Absent: everything. */
  readonly knownAt?: string | undefined;
  /** Version of the agreement that judges everything. Absent: the one that bound when it happened. */
  readonly version?: number | undefined;
  /** Most values of each dimension with a row of their own; the others, smaller by the first metric, are folded into one row. Absent: all. */
  readonly top?: number | undefined;
  /** Most rows, at most 100,000; more are an error. */
  readonly cellLimit?: number | undefined;
}
