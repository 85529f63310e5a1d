/** A text as a literal. Only for names and values of the program; what people give is bound. */
export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** A list of integers for IN; never empty. */
export function integers(values: readonly number[]): string {
  return values.length === 0 ? 'NULL' : values.map(whole).join(', ');
}

/**
 * A whole number as a literal: nothing else can be one, whoever gave it.
 * @throws RangeError for another number
 */
export function whole(value: number): string {
  if (!Number.isSafeInteger(value)) throw new RangeError(`${value} is no whole number within 2^53.`);
  return String(value);
}
