import { exportJWK, generateKeyPair } from 'jose';
import { z } from 'zod';
import { publicKeyText } from './public-key.ts';

const coordinate = z.string().regex(/^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/);

/** A private key of Ed25519 as a JWK (RFC 8037). */
export const privateKey = z.strictObject({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  /** The public half. */
  x: coordinate,
  /** The private half. */
  d: coordinate,
});

/** A private key of Ed25519 as a JWK (RFC 8037): who has it can sign. */
export type PrivateKey = Readonly<z.output<typeof privateKey>>;

/** Both halves of a key to sign with. */
export interface SigningKey {
  readonly privateKey: PrivateKey;
  /** What the agreement names under `signatures.keys`: `ed25519:` and the 32 bytes in base64url. */
  readonly publicKey: string;
}

/**
 * Makes a new key to sign with, from the machine's source of randomness: Ed25519 by Web Crypto, in Node 22 and in
 * browsers. Keep the private half with `writeKeyFile`.
 * @example (await createSigningKey()).publicKey.length // 51
 */
export async function createSigningKey(): Promise<SigningKey> {
  const pair = await generateKeyPair('Ed25519', { extractable: true });
  const made = privateKey.parse(await exportJWK(pair.privateKey));
  return { privateKey: made, publicKey: publicKeyText(made) };
}
