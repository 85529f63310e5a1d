/** A text as a literal. Only for names and values of the program; what people give is bound. */
export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** A list of integers for IN; never empty. */
export function integers(values: readonly number[]): string {
  return values.length === 0 ? 'NULL' : values.join(', ');
}
