import { canonicalJson } from '@sameteam/model';
import { base64url, errors, FlattenedSign, flattenedVerify } from 'jose';
import type { PrivateKey } from './create-signing-key.ts';
import type { readPublicKey } from './public-key.ts';

const algorithm = 'Ed25519';

/** The only header that a signature may have, so that nobody can choose an algorithm or bring a key along. */
export const protectedHeader = 'eyJhbGciOiJFZDI1NTE5In0';

/** A signature over a payload that stands beside it: a flattened JWS with detached content (RFC 7515, appendix F). */
export interface Seal {
  readonly protected: string;
  /** 64 bytes in base64url. */
  readonly signature: string;
}

/** Signs the RFC 8785 form of a payload. */
export async function sealPayload(payload: unknown, key: PrivateKey): Promise<Seal> {
  const jws = await new FlattenedSign(bytesOf(payload)).setProtectedHeader({ alg: algorithm }).sign(key);
  return { protected: jws.protected ?? '', signature: jws.signature };
}

/** Whether a seal was made of exactly this payload by the private half of a key. */
export async function isSealedBy(
  payload: unknown,
  seal: Seal,
  key: NonNullable<ReturnType<typeof readPublicKey>>,
): Promise<boolean> {
  if (seal.protected !== protectedHeader) return false;
  const jws = { ...seal, payload: base64url.encode(bytesOf(payload)) };
  try {
    await flattenedVerify(jws, key, { algorithms: [algorithm] });
    return true;
  } catch (cause) {
    // A key that is no point of the curve cannot be imported: DataError of Web Crypto.
    if (cause instanceof errors.JOSEError || cause instanceof DOMException) return false;
    throw cause;
  }
}

function bytesOf(payload: unknown): Uint8Array {
  return new TextEncoder().encode(canonicalJson(payload));
}
