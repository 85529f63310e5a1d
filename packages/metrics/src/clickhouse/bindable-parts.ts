/** Characters that are bound at once: a server takes 128 kB a value, and a character has up to three bytes there. */
const mostCharacters = 30_000;

/**
 * Cuts a list of texts into parts that can be bound to one place each.
 * @example [...bindableParts(['a', 'b'])] // [['a', 'b']]
 */
export function* bindableParts(texts: Iterable<string>): Generator<readonly string[]> {
  let part: string[] = [];
  let length = 0;
  for (const text of texts) {
    if (part.length > 0 && length + text.length + 3 > mostCharacters) {
      yield part;
      part = [];
      length = 0;
    }
    part.push(text);
    length += text.length + 3;
  }
  if (part.length > 0) yield part;
}
