/** Hashes UTF-8 text to at least 16 bytes; the drivers pass SHA-256 of the platform. */
export type Hash = (text: string) => Uint8Array;

/** Bytes of a content digest. */
export const digestBytes = 16;

/**
 * Digest of *same content*: the first 128 bits of a hash over the RFC 8785 form of an event as received, without
 * `recordedtime`. An event with personal fields is keyed with a secret that is kept, and erased, with those fields,
 * so that nobody can guess them from a digest that stays.
 * Version 1: SHA-256 over `secret + "\n" + canonical`, or over `canonical` where there is no secret.
 * @returns at least 16 bytes, of which the first 16 are the digest
 * @example contentDigest('{}', { hash: sha256, secret: null }).subarray(0, digestBytes)
 */
export function contentDigest(
  canonical: string,
  { hash, secret }: { readonly hash: Hash; readonly secret: string | null },
): Uint8Array {
  return hash(secret === null ? canonical : `${secret}\n${canonical}`);
}

/** The two 64-bit words, big-endian, as which a digest is kept. */
export function digestWords(digest: Uint8Array): readonly [bigint, bigint] {
  const view = new DataView(digest.buffer, digest.byteOffset, digestBytes);
  return [view.getBigInt64(0), view.getBigInt64(8)];
}
