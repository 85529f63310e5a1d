/** How sure an interval is to be. */
export interface ConfidenceOption {
  /** Share of such intervals that hold the true value, between 0 and 1 without both; 0.95 unless told. */
  readonly confidence?: number;
}
