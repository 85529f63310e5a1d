import { readableName } from '../../words/readable-name.ts';

const widest = 16;

/**
 * A name in lines that fit a box; words that are longer than a line are cut.
 * @example wrapName('sdr_to_field_sales') // ['SDR to field', 'sales']
 */
export function wrapName(name: string): readonly string[] {
  return wrapText(readableName(name));
}

/** Names in a list, at most so many lines; the rest is counted. */
export function listLines(names: readonly string[], most = 5): readonly string[] {
  const lines = names.map((name) => cut(name));
  if (lines.length <= most) return lines;
  return [...lines.slice(0, most - 1), `and ${lines.length - most + 1} more`];
}

function wrapText(text: string): readonly string[] {
  const words = text.split(' ').flatMap((word) => word.match(new RegExp(`.{1,${widest}}`, 'gu')) ?? []);
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= widest) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.length <= 4 ? lines : [...lines.slice(0, 3), cut(lines.slice(3).join(' '))];
}

function cut(text: string): string {
  return text.length <= widest + 4 ? text : `${text.slice(0, widest + 3)}…`;
}
