import type { MetricUnit } from '@sameteam/model';

/** One number with everything that it must not be shown without. */
export interface ReportRow {
  readonly metric: string;
  readonly unit: MetricUnit;
  /** The event that places the leads of this row in time. */
  readonly anchor: string;
  /** The value of each dimension of the report; `null` is a missing value, not `unknown`. */
  readonly dimensions: Readonly<Record<string, string | null>>;
  /** A count, a ratio in [0, 1], days, or minor units of `currency`; `null` where nothing was divided by nothing. */
  readonly value: number | null;
  /** Equal to `value` for a count; `null` for a quantile. */
  readonly numerator: number | null;
  /** `null` for a count or a sum; the number of durations for a quantile. */
  readonly denominator: number | null;
  /** Leads taken out of numerator and denominator, for an impossible order of events or an exclusion. */
  readonly excluded: number;
  /** Leads counted (in a duration: left out) whose stage was skipped and implied by a later one. */
  readonly implied: number;
  /** Lower bound of the 95 % interval; `null` where the metric has none. */
  readonly low: number | null;
  /** Upper bound of the 95 % interval; `null` where the metric has none. */
  readonly high: number | null;
  /** Whether the whole cohort has had its conversion window; `null` for a count. */
  readonly mature: boolean | null;
  /** For a young cohort: the rate expected once it is mature. */
  readonly projected: number | null;
  /** Bounds of the 95 % interval of the rate that the cohort will have realised. */
  readonly projectedLow: number | null;
  readonly projectedHigh: number | null;
  /**
   * Where the smallest values of dimensions are folded into one row: how many values of each. `null` for a row of its own
   * values.
   */
  readonly folded: Readonly<Record<string, number>> | null;
  /** Events that had happened by as-of and were recorded after it: by so many this number is restated. */
  readonly restated: number;
  /**
   * Kinds of record that it needs and of which the whole log up to as-of has none, such as `attempts`: it tells of the data
   * then, not of the teams. Empty where everything is there.
   */
  readonly unrecorded: readonly string[];
  /**
   * Whether everything that it counts is judged by a version of the agreement that bound then; `null` where nothing is
   * counted. What is not binding belongs in no bonus.
   */
  readonly binding: boolean | null;
  /** ISO 4217, for `money` only. */
  readonly currency: string | null;
  /** Address of the clause of the agreement that defines the number. */
  readonly clause: string | null;
  /** Instant, ISO 8601. */
  readonly asOf: string;
}
