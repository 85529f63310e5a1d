/** A spreadsheet takes a cell that starts so for a formula, after blanks too. Full-width forms are read as plain ones. */
const formula = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/;

/**
 * One cell of comma-separated values. A missing value is an empty cell and an empty text is `""`. A text that a
 * spreadsheet would run as a formula gets an apostrophe in front, which makes it text there.
 * Numbers and booleans are as JSON writes them.
 * @example csvCell('=1+1') // `"'=1+1"`
 */
export function csvCell(value: string | number | boolean | null): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  const isFormula = formula.test(value);
  const safe = isFormula ? `'${value}` : value;
  const mustQuote = isFormula || safe === '' || /[",;\n\r\t]|^\s|\s$/.test(safe);
  return mustQuote ? `"${safe.replace(/"/g, '""')}"` : safe;
}
