import { canonicalJson } from '@sameteam/model';
import { base64url } from 'jose';
import type { Agreement } from '../agreement.ts';
import { clausesOf } from '../clause/clauses-of.ts';

/** By address of a clause: SHA-256 of its RFC 8785 form, in base64url. */
export type ClauseManifest = Readonly<Record<string, string>>;

/**
 * The digest of an agreement: SHA-256 of the RFC 8785 form of the whole, with every default explicit, as 64 hexadecimal
 * digits. By it the store keeps documents and `agreement.signed` says what was signed.
 * @example (await agreementDigest(agreement)).length // 64
 */
export async function agreementDigest(agreement: Agreement): Promise<string> {
  const bytes = await sha256(canonicalJson(agreement));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The digest of each clause, which is what a signature covers. */
export async function clauseManifest(agreement: Agreement): Promise<ClauseManifest> {
  const entries = clausesOf(agreement).map(async ({ address, value }): Promise<[string, string]> => {
    return [address, base64url.encode(await sha256(canonicalJson(value)))];
  });
  return Object.fromEntries(await Promise.all(entries));
}

async function sha256(text: string): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
}
