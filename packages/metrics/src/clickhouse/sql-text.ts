/** Whole numbers for a list in SQL: they are made here, or come of closed lists, and cannot be anything else. */
export function integers(values: Iterable<number>): string {
  const list = Array.from(values, integer);
  // An empty list is no list in SQL.
  return list.length === 0 ? 'NULL' : list.join(', ');
}

/**
 * A whole number in SQL.
 * @throws RangeError for anything else
 */
export function integer(value: number): string {
  if (!Number.isSafeInteger(value)) throw new RangeError(`${value} is no whole number within 2^53`);
  return String(value);
}

/**
 * A name in SQL, quoted.
 * @example quotedName('team') // '`team`'
 */
export function quotedName(name: string): string {
  return `\`${name.replaceAll('\\', '\\\\').replaceAll('`', '\\`')}\``;
}
