/**
 * The offset of the first byte that no UTF-8 has there (Unicode, table 3-7: no overlong forms, no surrogates); -1 where
 * all of it is UTF-8. `TextDecoder` says that there is one, and not where. O(n).
 * @example findBadUtf8(Uint8Array.of(0x61, 0xfc, 0x62)) // 1
 */
export function findBadUtf8(bytes: Uint8Array): number {
  for (let at = 0; at < bytes.length; ) {
    const first = bytes[at] as number;
    if (first < 0x80) {
      at += 1;
      continue;
    }
    const length = first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0;
    if (length === 0) return at;
    const second = bytes[at + 1] ?? 0;
    if (second < lowestSecond(first) || second > highestSecond(first)) return at;
    for (let next = 2; next < length; next += 1) if (((bytes[at + next] ?? 0) & 0xc0) !== 0x80) return at;
    at += length;
  }
  return -1;
}

function lowestSecond(first: number): number {
  return first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80;
}

function highestSecond(first: number): number {
  return first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf;
}
