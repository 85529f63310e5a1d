/**
 * Splits an integer in proportion to weights so that the parts are integers and add up to it exactly: everybody gets
 * the whole units of their quota, and the units left over go to the largest remainders (Hamilton's method); the first
 * of equals. No part is off its quota by a unit or more. O(n log n).
 * @param total an integer from 0 to 2^53
 * @param weights from 0; what has no weight gets nothing
 * @returns as many parts as weights; all 0 where no weight is above 0
 */
export function largestRemainder(total: number, weights: readonly number[]): readonly number[] {
  const sum = weights.reduce((before, weight) => before + weight, 0);
  if (sum === 0) return weights.map(() => 0);
  const quotas = weights.map((weight) => total * (weight / sum));
  const parts = quotas.map(Math.floor);
  const ranked = [...quotas.keys()]
    .filter((index) => (weights[index] ?? 0) > 0)
    .sort((a, b) => remainder(quotas, b) - remainder(quotas, a));
  let left = parts.reduce((before, part) => before - part, total);
  // Beyond 2^50 quotas are rounded to units or parts of them, so that more or less may be left than one unit for each.
  while (left > 0) {
    for (const index of ranked.slice(0, left)) parts[index] = (parts[index] ?? 0) + 1;
    left -= Math.min(left, ranked.length);
  }
  while (left < 0) {
    const givers = ranked.filter((index) => (parts[index] ?? 0) > 0).slice(left);
    for (const index of givers) parts[index] = (parts[index] ?? 0) - 1;
    left += givers.length;
  }
  return parts;
}

function remainder(quotas: readonly number[], index: number): number {
  return (quotas[index] ?? 0) % 1;
}
