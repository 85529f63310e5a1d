/** Hashes UTF-8 text to at least 128 bits, in lower hex; the drivers pass SHA-256 of the platform. */
export type Hash = (text: string) => string;

/** Bytes of a content digest, and of the secret that keys it. */
export const digestBytes = 16;

/**
 * Digest of *same content*: the first 128 bits of a hash over the RFC 8785 form of an event as received, without
 * `recordedtime`. An event with personal fields is keyed with a secret that is kept, and erased, with those fields,
 * so that nobody can guess them from a digest that stays.
 * Version 1: SHA-256 over `secret + "\n" + canonical` with the secret in hex, or over `canonical` where there is none.
 * @returns 32 digits of lower hex
 * @example
 * contentDigest('abc', { hash: sha256, secret: null }) // 'ba7816bf8f01cfea414140de5dae2223'
 */
export function contentDigest(
  canonical: string,
  { hash, secret }: { readonly hash: Hash; readonly secret: string | null },
): string {
  return hash(secret === null ? canonical : `${secret}\n${canonical}`).slice(0, digestBytes * 2);
}

const hexDigits = '0123456789abcdef';
const codeOfDigit = Uint8Array.from(hexDigits, (digit) => digit.charCodeAt(0));

/** 16 bytes in hex; they start at `from`. */
export function hexOf(bytes: Uint8Array, from = 0): string {
  const codes = new Array<number>(digestBytes * 2);
  for (let at = 0; at < digestBytes; at++) {
    const byte = bytes[from + at] as number;
    codes[2 * at] = codeOfDigit[byte >> 4] as number;
    codes[2 * at + 1] = codeOfDigit[byte & 15] as number;
  }
  return String.fromCharCode(...codes);
}

/** Writes 16 bytes that stand in lower hex; they start at `to`. */
export function writeHex(hex: string, bytes: Uint8Array, to: number): void {
  for (let at = 0; at < digestBytes; at++)
    bytes[to + at] = (nibble(hex.charCodeAt(2 * at)) << 4) | nibble(hex.charCodeAt(2 * at + 1));
}

/** Without a branch, which digests would have guessed wrong every other time: a letter has bit 6, and is 9 more. */
function nibble(code: number): number {
  return (code & 15) + (code >> 6) * 9;
}

/** In hex the bytes of a 128-bit number as DuckDB keeps it: two's complement, low byte first. */
export function hexOfHugeInt(value: bigint): string {
  const bytes = new Uint8Array(digestBytes);
  const words = new DataView(bytes.buffer);
  words.setBigInt64(0, BigInt.asIntN(64, value), true);
  words.setBigInt64(8, BigInt.asIntN(64, value >> 64n), true);
  return hexOf(bytes);
}
