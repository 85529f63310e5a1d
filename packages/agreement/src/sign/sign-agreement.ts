import type { Agreement } from '../agreement.ts';
import { AgreementError } from '../agreement-error.ts';
import type { CalendarPins } from '../calendar/calendar-pins.ts';
import type { JsonObject } from '../effective/merge-patch.ts';
import { bindingPeriod } from './binding-period.ts';
import { checkSignable } from './check-signable.ts';
import type { SignedDates } from './compare-dates.ts';
import type { PrivateKey } from './create-signing-key.ts';
import { datesToSign } from './dates-to-sign.ts';
import { agreementDigest, clauseManifest } from './digest.ts';
import { roleOf, sharedKeys, signersOf } from './judge-signature.ts';
import { publicKeyText, readPublicKey } from './public-key.ts';
import type { SignatureFile } from './read-signature.ts';
import { isSealedBy, type Seal, sealPayload } from './seal-payload.ts';
import { settleSignatures } from './settle-signatures.ts';
import { type SignaturePayload, type SignerRole, signatureFormat, signatureType } from './signature-payload.ts';

/** Who signs, with what, and when. */
export interface SignOptions {
  /** A team or person that the agreement names under `signatures`. */
  readonly signer: string;
  readonly privateKey: PrivateKey;
  /** UTC milliseconds. */
  readonly signedAtMs: number;
  /** Holidays and zone transitions as they are known here, of `pinCalendars`. */
  readonly pins: CalendarPins;
  /** The person who signs, for the record. */
  readonly by?: string;
  /** Signature files that there are already: all who sign a version sign the dates of those who must. */
  readonly others?: readonly SignatureFile[];
  /** Sign the dates of `others` even where they are not those known here. */
  readonly takeDates?: boolean;
}

/** A signature that was made. */
export interface MadeSignature {
  /** The text of the signature file: JSON, to be kept beside the agreement. */
  readonly text: string;
  readonly signer: string;
  readonly role: SignerRole;
  /** Of the agreement: SHA-256 in hexadecimal digits, as `agreement.signed` has it. */
  readonly digest: string;
  /** Those who must sign and whose dates were signed too. */
  readonly pinsOf: readonly string[];
  /** Where these are not the dates known here; only with `takeDates`. */
  readonly taken: readonly string[];
}

/**
 * Signs an agreement as it is: every clause with every default explicit, the holidays and time zones that it rests on,
 * who signs and when. The key must be the one that the agreement names for the signer. Where somebody who must sign has
 * signed other holidays, zones or moments than are known here, nothing is signed unseen. O(size of the agreement).
 * @throws AgreementError `signer-not-named`, `key-not-named`, `not-own-key`, `key-shared`; `pins-not-own` with what
 * differs, unless `takeDates`; `clock-behind` when somebody has signed later than now; `not-signable` for what
 * `verifyAgreement` would refuse
 * @example
 * const key = await createSigningKey();
 * const signatures = { required: ['sales'], witness: [], keys: { sales: key.publicKey } };
 * const named = { ...defaultAgreement, signatures };
 * const signedAtMs = Date.UTC(2026, 8, 28);
 * const pins = pinCalendars(named, { fromYear: 2026, toYear: 2028 });
 * const { text } = await signAgreement(named, { signer: 'sales', privateKey: key.privateKey, signedAtMs, pins });
 * const verification = await verifyAgreement(named, [{ file: null, text }], { nowMs: signedAtMs });
 * verification.status // 'binding'
 */
export async function signAgreement(agreement: Agreement, options: SignOptions): Promise<MadeSignature> {
  const { signer, privateKey, signedAtMs, by = null } = options;
  const role = roleOf(agreement, signer);
  if (role === null) {
    throw new AgreementError('signer-not-named', { signer, signers: signersOf(agreement).map((one) => one.signer) });
  }
  const key = ownKey(agreement, options);
  checkSignable(agreement, options);
  const { fromMs, untilMs } = bindingPeriod(agreement);
  const own: SignedDates = { pins: options.pins, period: { from: instantText(fromMs), until: instantText(untilMs) } };
  const { dates, pinsOf, taken } = await datesToSign(agreement, own, options);
  const digest = await agreementDigest(agreement);
  const { name, version, effective, until } = agreement;
  const payload: SignaturePayload = {
    type: signatureType,
    formatVersion: signatureFormat,
    agreement: { name, version, effective, until },
    period: dates.period,
    signer,
    role,
    by,
    key,
    signedAt: new Date(signedAtMs).toISOString(),
    digest,
    clauses: await clauseManifest(agreement),
    pins: dates.pins,
    document: agreement as unknown as JsonObject,
  };
  const seal = await ownSeal(payload, privateKey);
  const text = `${JSON.stringify({ payload, ...seal }, null, 2)}\n`;
  await checkCounts(agreement, text, signedAtMs);
  return { text, signer, role, digest, pinsOf, taken };
}

/** A file that verification refuses is not given out. */
async function checkCounts(agreement: Agreement, text: string, nowMs: number): Promise<void> {
  const { issues } = await settleSignatures(agreement, [{ file: null, text }], nowMs);
  const [issue] = issues;
  if (issue === undefined) return;
  throw new AgreementError('not-signable', {
    what: 'the signature',
    found: `one that would be refused: ${issue.message.replace(/\.$/, '')}`,
    remedy: 'Correct the agreement, or what was passed to sign it with.',
  });
}

function ownKey(agreement: Agreement, { signer, privateKey }: SignOptions): string {
  const { keys } = agreement.signatures;
  const key = publicKeyText(privateKey);
  if (!Object.hasOwn(keys, signer)) throw new AgreementError('key-not-named', { signer, key });
  if (keys[signer] !== key) throw new AgreementError('not-own-key', { signer });
  const sharing = sharedKeys(agreement).find((signers) => signers.includes(signer));
  if (sharing !== undefined) throw new AgreementError('key-shared', { signers: sharing });
  return key;
}

/** A private key whose halves do not belong together would make signatures that nobody can check. */
async function ownSeal(payload: SignaturePayload, privateKey: PrivateKey): Promise<Seal> {
  const { signer } = payload;
  const publicKey = readPublicKey(payload.key);
  try {
    const seal = await sealPayload(payload, privateKey);
    if (publicKey !== null && (await isSealedBy(payload, seal, publicKey))) return seal;
  } catch (cause) {
    // Web Crypto of Node already refuses such a key.
    if (!(cause instanceof DOMException)) throw cause;
    throw new AgreementError('not-own-key', { signer }, { cause });
  }
  throw new AgreementError('not-own-key', { signer });
}

function instantText(ms: number | null): string | null {
  return ms === null ? null : new Date(ms).toISOString();
}
