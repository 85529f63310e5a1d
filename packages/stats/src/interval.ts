/** Bounds of an estimate. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}
