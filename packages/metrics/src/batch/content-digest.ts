/** Hashes UTF-8 text to at least 16 bytes; the drivers pass SHA-256 of the platform. */
export type Hash = (text: string) => Uint8Array;

/** Bytes of a content digest, and of the secret that keys it. */
export const digestBytes = 16;

/**
 * Digest of *same content*: the first 128 bits of a hash over the RFC 8785 form of an event as received, without
 * `recordedtime`. An event with personal fields is keyed with a secret that is kept, and erased, with those fields,
 * so that nobody can guess them from a digest that stays.
 * Version 1: SHA-256 over `secret + "\n" + canonical` with the secret in hex, or over `canonical` where there is none.
 * @returns at least 16 bytes, of which the first 16 are the digest
 * @example
 * contentDigest('abc', { hash: sha256, secret: null })[0] // 186
 */
export function contentDigest(
  canonical: string,
  { hash, secret }: { readonly hash: Hash; readonly secret: string | null },
): Uint8Array {
  return hash(secret === null ? canonical : `${secret}\n${canonical}`);
}

const hexOfByte = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** A secret in hex; the 16 bytes start at `from`. */
export function secretText(bytes: Uint8Array, from = 0): string {
  let text = '';
  for (let at = from; at < from + digestBytes; at++) text += hexOfByte[bytes[at] as number];
  return text;
}

/** The bytes of a 128-bit number as DuckDB keeps it: two's complement, low byte first. */
export function bytesOfHugeInt(value: bigint): Uint8Array {
  const bytes = new Uint8Array(digestBytes);
  const words = new DataView(bytes.buffer);
  words.setBigInt64(0, BigInt.asIntN(64, value), true);
  words.setBigInt64(8, BigInt.asIntN(64, value >> 64n), true);
  return bytes;
}
