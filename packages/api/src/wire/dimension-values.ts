/** A value that some leads have; `null` is the missing value. */
export interface DimensionValue {
  readonly value: string | null;
  /** All leads of the log that have it; of `owner` and `readiness`, those that have it now. */
  readonly leads: number;
}

/** The values of one dimension, most leads first. */
export interface DimensionValues {
  readonly dimension: string;
  readonly values: readonly DimensionValue[];
  /** There are more values than were asked for. */
  readonly more: boolean;
}
