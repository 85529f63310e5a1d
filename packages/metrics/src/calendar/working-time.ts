/** Pairs of instants as columns of equal length. */
export interface WorkingPairs {
  /** The calendar of each: its place in the table. */
  readonly calendar: Int32Array;
  /** UTC milliseconds, whole. */
  readonly fromMs: Float64Array;
  readonly toMs: Float64Array;
}

/** Limits as columns of equal length. */
export interface WorkingLimits {
  readonly calendar: Int32Array;
  readonly fromMs: Float64Array;
  /** Working seconds that a limit has, whole, from 0. */
  readonly seconds: Float64Array;
}

/**
 * Working time for many rows at once, by a table of days. Every engine gives the same figures, and refuses an instant that
 * lies outside of the table (`outside-working-time`) and what is no whole number (`working-time-not-whole`).
 */
export interface WorkingTime {
  /** Whole working seconds between the instants of each pair; backwards with a minus. */
  workingSeconds(pairs: WorkingPairs): Promise<Float64Array>;
  /** The earliest instant at which each limit is used up. */
  dueMs(limits: WorkingLimits): Promise<Float64Array>;
}
