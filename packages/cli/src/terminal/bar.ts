const eighths = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];

/**
 * A horizontal bar in eighths of a character. Whatever is above zero can be seen.
 * @param value at least 0, at most `most`
 * @param most what fills the whole width
 * @param width in characters
 * @example bar(5, 10, 3) // '█▌'
 */
export function bar(value: number, most: number, width: number): string {
  if (value <= 0 || most <= 0) return '';
  const units = Math.max(1, Math.round((Math.min(value, most) / most) * width * 8));
  return '█'.repeat(Math.floor(units / 8)) + (eighths[units % 8] ?? '');
}
