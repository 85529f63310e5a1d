const most = Number.MAX_SAFE_INTEGER;

/**
 * The least whole number of a scale that is at least a value: amounts are kept as whole minor units and points as whole
 * thousandths, while conditions compare `whole / scale` as doubles. With it an engine compares whole numbers alone and
 * gives the same answer, also where a decimal has no exact double. O(1).
 * @param scale how many of the whole numbers make one, such as 100
 * @returns -2^53 + 1 where every safe integer is, 2^53 where none is
 * @example leastScaled(0.07, 100) // 7
 */
export function leastScaled(value: number, scale: number): number {
  // The product may be off by rounding, and near 2^53 several whole numbers share one quotient.
  let least = Math.min(most, Math.max(-most, Math.ceil(value * scale)));
  while (least > -most && (least - 1) / scale >= value) least -= 1;
  while (least <= most && least / scale < value) least += 1;
  return least;
}

/**
 * The greatest whole number of a scale that is at most a value; see {@link leastScaled}. O(1).
 * @returns -2^53 where no safe integer is
 * @example greatestScaled(0.29, 100) // 29
 */
export function greatestScaled(value: number, scale: number): number {
  return -leastScaled(-value, scale);
}
