/** The two values around a quantile. */
export interface OrderStatistics {
  /** Value at `lowIndex` of `quantilePosition`. */
  readonly low: number;
  /** Value at `highIndex`. */
  readonly high: number;
  /** `fraction` of `quantilePosition`. */
  readonly fraction: number;
}

/**
 * The type-7 quantile from the two values around it, which is all that an engine has to return.
 * Source: Hyndman and Fan 1996, definition 7. O(1).
 * @returns a number in [low, high]
 * @example quantileFromOrderStatistics({ low: 2, high: 4, fraction: 0.5 }) // 3
 */
export function quantileFromOrderStatistics({ low, high, fraction }: OrderStatistics): number {
  // Equal values, infinite ones too, must not go through the arithmetic.
  if (fraction === 0 || low === high) return low;
  return low + fraction * (high - low);
}
