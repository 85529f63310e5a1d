const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
const wide =
  /^[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|^\p{Emoji_Presentation}/u;
// biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences start with one.
const escapes = /\u001b\[[0-9;]*m/g;

/**
 * Columns that a text takes in a terminal: colours take none, wide characters two.
 * @example textWidth('\u001b[1m日本\u001b[22m') // 4
 */
export function textWidth(text: string): number {
  let width = 0;
  for (const { segment } of segmenter.segment(text.replace(escapes, ''))) width += wide.test(segment) ? 2 : 1;
  return width;
}

/**
 * Cuts a text to a number of columns and says so with an ellipsis.
 * @example cutText('paid_search', 6) // 'paid_…'
 */
export function cutText(text: string, width: number): string {
  if (textWidth(text) <= width) return text;
  let cut = '';
  for (const { segment } of segmenter.segment(text)) {
    if (textWidth(cut) + textWidth(segment) > width - 1) break;
    cut += segment;
  }
  return `${cut}…`;
}

/** Text with spaces up to a width, on its right or (for numbers) on its left. */
export function padText(text: string, width: number, align: 'left' | 'right'): string {
  const spaces = ' '.repeat(Math.max(0, width - textWidth(text)));
  return align === 'left' ? text + spaces : spaces + text;
}

/** Breaks a text at spaces into lines of at most a width; a longer word stays whole. */
export function wrapText(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && textWidth(line) + 1 + textWidth(word) > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
