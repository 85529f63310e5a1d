const quote = 0x22;
const backslash = 0x5c;
const lineFeed = 0x0a;
const comma = 0x2c;

/** Longest beginning that is remembered. */
const longest = 200;

/**
 * How the objects of a list begin: the brace, the blanks and the first name. What a program has written begins the same
 * way each time, which is how the next item is found after a broken one.
 * @param bytes that begin with an object
 * @returns `null` where no name follows the brace
 * @example new TextDecoder().decode(itemStartPattern(new TextEncoder().encode('{ "id": 1 }')) ?? undefined) // '{ "id"'
 */
export function itemStartPattern(bytes: Uint8Array): Uint8Array | null {
  let at = 1;
  while (at < bytes.length && isBlankByte(bytes[at] as number)) at += 1;
  if (bytes[at] !== quote) return null;
  for (at += 1; at < Math.min(bytes.length, longest); at += 1) {
    if (bytes[at] === backslash) return null;
    if (bytes[at] === quote) return bytes.slice(0, at + 1);
  }
  return null;
}

/**
 * Where the next item begins: with the pattern, after a comma or on a line of its own.
 * @returns -1 where none does
 */
export function findItemStart(bytes: Uint8Array, from: number, pattern: Uint8Array): number {
  const brace = pattern[0] as number;
  for (let at = bytes.indexOf(brace, from); at >= 0; at = bytes.indexOf(brace, at + 1)) {
    if (!pattern.every((byte, index) => bytes[at + index] === byte)) continue;
    let before = at - 1;
    let isOnItsLine = false;
    while (before >= 0 && isBlankByte(bytes[before] as number)) {
      if (bytes[before] === lineFeed) isOnItsLine = true;
      before -= 1;
    }
    if (isOnItsLine || bytes[before] === comma) return at;
  }
  return -1;
}

/** Whether a byte is one that JSON allows between its parts. */
export function isBlankByte(byte: number): boolean {
  return byte === 0x20 || byte === lineFeed || byte === 0x0d || byte === 0x09;
}
