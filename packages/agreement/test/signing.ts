import { type Agreement, type CalendarPins, normaliseAgreement } from '@sameteam/agreement';
import { createSigningKey, type SignatureFile, type SigningKey, signAgreement } from '@sameteam/agreement/sign';

/** Holidays and zone transitions for a few tests. */
export const somePins: CalendarPins = {
  fromYear: 2026,
  toYear: 2026,
  zones: { 'Europe/Berlin': [{ since: '2025-12-30T00:00:00Z', offsetSeconds: 3600 }] },
  holidays: { DE: [{ date: '2026-12-25', name: '1. Weihnachtstag' }] },
};

/** A moment before the agreement of the design begins. */
export const signedAtMs = Date.parse('2026-09-28T14:00:00Z');

/** An agreement with keys of its signers. */
export interface Keyed {
  readonly agreement: Agreement;
  readonly keys: Readonly<Record<string, SigningKey>>;
}

/** Makes a key for each signer and names it in the agreement. */
export async function keyed(agreement: Agreement): Promise<Keyed> {
  const { required, witness } = agreement.signatures;
  const made = await Promise.all(
    [...required, ...witness].map(async (signer): Promise<[string, SigningKey]> => [signer, await createSigningKey()]),
  );
  const publicKeys = made.map(([signer, { publicKey }]) => [signer, publicKey] as const);
  const signatures = { ...agreement.signatures, keys: Object.fromEntries(publicKeys) };
  return { agreement: normaliseAgreement({ ...agreement, signatures }), keys: Object.fromEntries(made) };
}

/** The signature files of some signers. */
export async function signedBy(
  { agreement, keys }: Keyed,
  signers: readonly string[],
  options: { readonly signedAtMs?: number; readonly pins?: CalendarPins } = {},
): Promise<SignatureFile[]> {
  const files: SignatureFile[] = [];
  for (const signer of signers) {
    const key = keys[signer];
    if (key === undefined) throw new Error(`${signer} has no key`);
    const { privateKey } = key;
    const made = await signAgreement(agreement, { signer, privateKey, signedAtMs, pins: somePins, ...options });
    files.push({ file: `${signer}.sig.json`, text: made.text });
  }
  return files;
}
