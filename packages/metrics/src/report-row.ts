import type { MetricUnit } from '@sameteam/model';

/** One number with everything that it must not be shown without. */
export interface ReportRow {
  readonly metric: string;
  readonly unit: MetricUnit;
  /** The event that places the leads of this row in time. */
  readonly anchor: string;
  /** The value of each dimension of the plan; `null` is a missing value, not `unknown`. */
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
  /**
   * Bounds of the 95 % interval of a rate, a quantile of a duration, or a mean of money; `null` where the metric has none,
   * or too little was counted to tell.
   */
  readonly low: number | null;
  readonly high: number | null;
  /** Whether the whole cohort has had its conversion window; `null` for a count. */
  readonly mature: boolean | null;
  /**
   * For a young cohort: the rate expected once it is mature; the time that those take who arrive, those who are still on
   * their way among them. `null` where it cannot be estimated yet.
   */
  readonly projected: number | null;
  /** Bounds of the 95 % interval of what the cohort will have come to. */
  readonly projectedLow: number | null;
  readonly projectedHigh: number | null;
  /**
   * Whether everything that it counts is judged by a version of the agreement that bound then; `null` where nothing is
   * counted. What is not binding goes into trends, never into a bonus or a ledger (rule 21).
   */
  readonly binding: boolean | null;
  /**
   * Where the rarest values of dimensions are folded into one row: how many values of each. `null` for a row of its own
   * values.
   */
  readonly folded: Readonly<Record<string, number>> | null;
  /**
   * Events that had happened by as-of and were recorded after it: by so many this number is restated. 0 where nothing had
   * been recorded by as-of, so that there was no number yet.
   */
  readonly restated: number;
  /**
   * Kinds of record that it needs, such as `attempts`, and of which there is none in the whole log up to as-of: it tells of the data then, and
   * not of the teams, see `unrecordedInWords`. Empty where everything is there.
   */
  readonly unrecorded: readonly string[];
  /** ISO 4217, for `money` only. */
  readonly currency: string | null;
  /** Address of the clause of the agreement that defines the number. */
  readonly clause: string | null;
  /** ISO 8601 instant. */
  readonly asOf: string;
}
