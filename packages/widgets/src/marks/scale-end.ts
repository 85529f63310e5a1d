/**
 * The end of a scale from zero that holds all values: the next of 1, 1.5, 2, 3, 4, 5, 6, 8 times a power of ten.
 * @param values negative ones and nulls are ignored
 * @returns a positive number; 1 where there is nothing to hold
 * @example scaleEnd([0.233, 0.354]) // 0.4
 */
export function scaleEnd(values: readonly (number | null)[]): number {
  const largest = Math.max(0, ...values.map((value) => value ?? 0));
  if (largest === 0) return 1;
  const power = 10 ** Math.floor(Math.log10(largest));
  const step = [1, 1.5, 2, 3, 4, 5, 6, 8, 10].find((times) => times * power >= largest * (1 - 1e-9)) ?? 10;
  return Number((step * power).toPrecision(3));
}
