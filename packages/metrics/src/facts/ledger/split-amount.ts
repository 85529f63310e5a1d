/**
 * Splits a whole amount into whole parts that differ by at most one and add up to it, the remainder spread evenly over them.
 * @param amount a whole number
 * @param parts how many, an integer from 1
 * @example splitAmount(10, 4) // [2, 3, 2, 3]
 */
export function splitAmount(amount: number, parts: number): readonly number[] {
  const size = Math.abs(amount);
  const rest = size % parts;
  // Exact where the quotient rounded would not be.
  const each = (size - rest) / parts;
  const sign = amount < 0 ? -1 : 1;
  return Array.from({ length: parts }, (_, part) => {
    const extra = Math.floor(((part + 1) * rest) / parts) - Math.floor((part * rest) / parts);
    // Adding 0 makes the -0 of nothing a plain one.
    return sign * (each + extra) + 0;
  });
}
