/** What is taken of the Web Cryptography API: `globalThis.crypto` of a browser or of Node. */
export interface WebCrypto {
  readonly subtle: Pick<SubtleCrypto, 'importKey' | 'sign'>;
  getRandomValues(array: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer>;
}

/**
 * A digest that nobody can make again, or check a guess by, who does not have the secret.
 * Source: HMAC with SHA-256 (RFC 2104), of which the first half is taken.
 * @returns 32 hexadecimal digits
 * @example
 * const digest = await keyedDigest(globalThis.crypto, { secret: 'key', text: 'The quick brown fox jumps over the lazy dog' });
 * digest // 'f7bc83f430538424b13298e6aa6fb143'
 */
export async function keyedDigest(
  { subtle }: Pick<WebCrypto, 'subtle'>,
  { secret, text }: { readonly secret: string; readonly text: string },
): Promise<string> {
  const encoder = new TextEncoder();
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const key = await subtle.importKey('raw', encoder.encode(secret), algorithm, false, ['sign']);
  const digest = await subtle.sign('HMAC', key, encoder.encode(text));
  return hex(new Uint8Array(digest, 0, 16));
}

/** A secret that was not there before: 64 hexadecimal digits. */
export function newSecret(webCrypto: Pick<WebCrypto, 'getRandomValues'>): string {
  return hex(webCrypto.getRandomValues(new Uint8Array(32)));
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
