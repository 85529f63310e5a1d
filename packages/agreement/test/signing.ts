import {
  type Agreement,
  type CalendarPins,
  type HolidaySource,
  normaliseAgreement,
  pinCalendars,
} from '@sameteam/agreement';
import {
  createSigningKey,
  type SignatureFile,
  type SigningKey,
  type SignOptions,
  signAgreement,
} from '@sameteam/agreement/sign';

const oneHoliday: HolidaySource = (_region, year) => [{ date: `${year}-12-25`, name: '1. Weihnachtstag' }];

/** Holidays and zone transitions of an agreement for a few tests: one holiday a year. */
export function somePins(agreement: Agreement, holidays: HolidaySource = oneHoliday): CalendarPins {
  return pinCalendars(agreement, { fromYear: 2026, toYear: 2027, holidays });
}

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
  options: Partial<Pick<SignOptions, 'signedAtMs' | 'pins' | 'others' | 'takeDates'>> = {},
): Promise<SignatureFile[]> {
  const files: SignatureFile[] = [];
  for (const signer of signers) {
    const key = keys[signer];
    if (key === undefined) throw new Error(`${signer} has no key`);
    const { privateKey } = key;
    const pins = somePins(agreement);
    const made = await signAgreement(agreement, { signer, privateKey, signedAtMs, pins, ...options });
    files.push({ file: `${signer}.sig.json`, text: made.text });
  }
  return files;
}
