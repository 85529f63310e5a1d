import type { DimensionId } from '@sameteam/model';

/** A calendar grain, cut in the agreement's time zone. */
export type Grain = 'day' | 'week' | 'month' | 'quarter' | 'year';

/** Keeps rows whose dimension has one of the values, or none of them; `null` is the missing value. */
export type Filter =
  | { readonly dimension: DimensionId; readonly in: readonly (string | null)[] }
  | { readonly dimension: DimensionId; readonly notIn: readonly (string | null)[] };

/** What is asked of an engine: plain data, validated by `parsePlan`. */
export interface Plan {
  /** Metric ids, in the order in which their rows are wanted. */
  readonly metrics: readonly string[];
  /** Dimensions; a calendar grain among them (`month`) cuts the anchor's time. */
  readonly by: readonly DimensionId[];
  readonly filters: readonly Filter[];
  /** First and last day of the anchor's time, both included, in the agreement's zone. */
  readonly from: string | null;
  readonly to: string | null;
  /** The event that places a row in time; `null` takes each metric's own. */
  readonly anchor: string | null;
  /** Only events that had happened by then count. UTC milliseconds. */
  readonly asOfMs: number;
  /** Only events that had been recorded by then count; `null` for all. UTC milliseconds. */
  readonly knownAtMs: number | null;
  /** Version of the agreement that judges everything; `null` for the one that bound when it happened. */
  readonly version: number | null;
  /** Most values of each dimension that have a row of their own; `null` for all. */
  readonly top: number | null;
  /** Most rows that the report may have; more are an error. */
  readonly cellLimit: number;
}

/** One number of a report, addressed for the way down. */
export interface Cell {
  readonly metric: string;
  /** A value for each dimension of the plan. */
  readonly dimensions: Readonly<Record<string, string | null>>;
  readonly part: 'numerator' | 'denominator' | 'excluded';
  /** Of a row that stands for folded values: the dimensions that are folded, as in its `folded`. */
  readonly folded?: readonly string[] | undefined;
}
