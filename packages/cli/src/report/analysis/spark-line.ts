const blocks = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

/**
 * Values as a line of small columns, one a character; a value that is not known is a dot.
 * @param most what fills the height
 * @example sparkLine([0, 0.5, 1, null], 1) // '▁▅█·'
 */
export function sparkLine(values: readonly (number | null)[], most: number): string {
  return values
    .map((value) => (value === null ? '·' : (blocks[most <= 0 ? 0 : Math.round((value / most) * 7)] ?? '█')))
    .join('');
}
