import { base64url, type JWK_OKP_Public } from 'jose';

// 32 bytes are 42 letters of six bits and one of four: the last one ends in two bits that are zero.
const form = /^ed25519:([A-Za-z0-9_-]{42}[AEIMQUYcgkosw048])$/;

const prime = 2n ** 255n - 19n;
const orderEight = 2707385501144840649318225287225658788936804267575313519463743609750303402022n;
const smallOrder: ReadonlySet<bigint> = new Set([0n, 1n, prime - 1n, orderEight, prime - orderEight]);

/** Writes the public half of a key as an agreement names it under `signatures.keys`. */
export function publicKeyText({ x }: Pick<JWK_OKP_Public, 'x'>): string {
  return `ed25519:${x}`;
}

/**
 * Reads a public key as an agreement names it: `ed25519:` and 32 bytes in base64url.
 * @returns `null` for what is no such text, and for a point under which a signature can be made without the private
 * half: of small order (RFC 7748 section 6.1, as libsodium refuses them), or not reduced. Web Crypto imports those.
 */
export function readPublicKey(text: string): (JWK_OKP_Public & { readonly kty: 'OKP' }) | null {
  const x = form.exec(text)?.[1];
  if (x === undefined) return null;
  const ordinate = ordinateOf(base64url.decode(x));
  return ordinate >= prime || smallOrder.has(ordinate) ? null : { kty: 'OKP', crv: 'Ed25519', x };
}

/** RFC 8032: little-endian; the highest bit is the sign of the other coordinate. */
function ordinateOf(bytes: Uint8Array): bigint {
  const number = bytes.reduceRight((sum, byte) => sum * 256n + BigInt(byte), 0n);
  return number & (2n ** 255n - 1n);
}
