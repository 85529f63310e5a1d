/** Hashes UTF-8 text to at least 16 bytes; the drivers pass SHA-256 of the platform. */
export type Hash = (text: string) => Uint8Array;

/**
 * Digest of *same content*: the first 128 bits of a hash over the RFC 8785 form of an event as received, without
 * `recordedtime`. An event with personal fields is keyed with a secret that is kept, and erased, with those fields,
 * so that nobody can guess them from a digest that stays.
 * Version 1: SHA-256 over `secret + "\n" + canonical`, or over `canonical` where there is no secret.
 * @returns two signed 64-bit words, big-endian
 */
export function contentDigest(
  canonical: string,
  { hash, secret }: { readonly hash: Hash; readonly secret: string | null },
): readonly [bigint, bigint] {
  const bytes = hash(secret === null ? canonical : `${secret}\n${canonical}`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return [view.getBigInt64(0), view.getBigInt64(8)];
}
