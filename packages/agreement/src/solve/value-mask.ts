/** The bits of some values. */
export function maskOf(values: Iterable<number>): bigint {
  let mask = 0n;
  for (const value of values) mask |= 1n << BigInt(value);
  return mask;
}

/** The values whose bits are set, ascending. */
export function valuesOf(mask: bigint): readonly number[] {
  const values: number[] = [];
  for (let rest = mask, value = 0; rest !== 0n; rest >>= 1n, value++) if (rest & 1n) values.push(value);
  return values;
}
