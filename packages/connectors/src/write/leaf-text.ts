import type { FieldCheck } from '@sameteam/model';

/** Writes a value as JSON; `null` for one that the model does not take. */
export type LeafText = (value: unknown) => string | null;

/** Texts that are remembered of one leaf, and how long they may be. */
const mostKnown = 16_384;
const longestKnown = 64;

/**
 * Makes the writer of a leaf. The texts of a column are few, or hardly two are the same: the first are remembered, and
 * with the others that stops as soon as it shows.
 */
export function createLeafText(check: FieldCheck): LeafText {
  const write = createTextWriter(check);
  let known: Map<string, string> | null = new Map();
  let asked = 0;
  return (value) => {
    if (typeof value !== 'string' || known === null || value.length > longestKnown) return write(value);
    asked += 1;
    const before = known.get(value);
    if (before !== undefined) return before;
    const text = write(value);
    if (text === null || known.size === mostKnown) return text;
    // As it is it may be a slice, which keeps all of the file's text in memory.
    known.set(JSON.parse(text) as string, text);
    if (known.size === mostKnown && asked < mostKnown * 2) known = null;
    return text;
  };
}

/** Makes the writer of a leaf whose texts are not worth remembering. */
export function createTextWriter(check: FieldCheck): LeafText {
  return (value) => (check(value) ? JSON.stringify(value) : null);
}
