import type { Agreement } from '../agreement.ts';
import type { CalendarPins } from '../calendar/calendar-pins.ts';
import type { BindingPeriod } from './binding-period.ts';
import { sharedKeys, signersOf } from './judge-signature.ts';
import type { ReadSignature, SignatureFile } from './read-signature.ts';
import { settleSignatures } from './settle-signatures.ts';
import { type SignatureIssue, signatureIssue } from './signature-issue.ts';
import type { SignerRole } from './signature-payload.ts';

/**
 * How far an agreement has come: not signed by all who must (`draft`), signed but not begun (`signed`), `binding`, or
 * past its last day (`ended`).
 */
export type AgreementStatus = 'draft' | 'signed' | 'binding' | 'ended';

/** What became of the signature of somebody whom the agreement asks to sign. */
export interface SignerVerdict {
  readonly signer: string;
  readonly role: SignerRole;
  /** `broken`: there is a file of this signer, and none that counts. */
  readonly verdict: 'holds' | 'missing' | 'broken';
  /** The signature that counts, or the first that is broken. */
  readonly file: string | null;
  /** Who signed, when, and with which key; null unless it holds. */
  readonly by: string | null;
  readonly signedAtMs: number | null;
  readonly key: string | null;
}

/** When a signed version binds, in UTC milliseconds. */
export interface SignedPeriod extends BindingPeriod {
  /** The first day that it names, or else the last required signature. */
  readonly fromMs: number;
  /** When the last of those who must sign did. */
  readonly signedAtMs: number;
}

/** What the signatures of an agreement are worth at a moment. */
export interface AgreementVerification {
  readonly status: AgreementStatus;
  /** Whether nobody, some, or all of those who must have signed. */
  readonly signed: 'unsigned' | 'partly' | 'signed';
  /** Of the agreement that was checked: SHA-256 in hexadecimal digits. */
  readonly digest: string;
  /** When it binds; `null` while a required signature is missing. */
  readonly binds: SignedPeriod | null;
  /** Holidays and time zones as they were signed by those who must; `null` while none of them has. */
  readonly pins: CalendarPins | null;
  /** One for each signer whom the agreement names, those who must sign first. */
  readonly signers: readonly SignerVerdict[];
  /** What is wrong or missing. */
  readonly issues: readonly SignatureIssue[];
}

/**
 * Checks signature files against an agreement. It binds when all whose signature is required have signed exactly this
 * content with the keys that it names, and its first day has come (midnight in its zone, as signed); without a first
 * day, from the last required signature on. A file that does not hold never undoes one that does.
 * Never throws for what files hold. Whether the keys are those of the teams is not known here: compare them.
 * @param files in any order
 * @param options.nowMs UTC milliseconds; a signature may be five minutes ahead of it
 * @example (await verifyAgreement(agreement, [], { nowMs: Date.UTC(2026, 9, 1) })).status // 'draft'
 */
export async function verifyAgreement(
  agreement: Agreement,
  files: readonly SignatureFile[],
  { nowMs }: { readonly nowMs: number },
): Promise<AgreementVerification> {
  const { digest, counting, issues } = await settleSignatures(agreement, files, nowMs);
  const signers = signersOf(agreement).map((one) => verdictOf(one, counting, issues));
  const binds = periodOf(agreement, counting);
  return {
    status: binds === null ? 'draft' : statusAt(binds, nowMs),
    signed: binds !== null ? 'signed' : counting.length > 0 ? 'partly' : 'unsigned',
    digest,
    binds,
    pins: counting.find(({ payload }) => payload.role === 'required')?.payload.pins ?? null,
    signers,
    issues: [...issues, ...unsaidKeys(agreement, issues), ...missing(agreement, signers)],
  };
}

function periodOf(agreement: Agreement, counting: readonly ReadSignature[]): SignedPeriod | null {
  const required = new Set(agreement.signatures.required);
  const payloads = counting.map(({ payload }) => payload).filter(({ signer }) => required.has(signer));
  const [first] = payloads;
  if (first === undefined || payloads.length < required.size) return null;
  const { from, until } = first.period;
  const signedAtMs = Math.max(...payloads.map(({ signedAt }) => Date.parse(signedAt)));
  return {
    // Nobody is bound for days that were over when the last of them signed.
    fromMs: from === null ? signedAtMs : Math.max(Date.parse(from), signedAtMs),
    untilMs: until === null ? null : Date.parse(until),
    signedAtMs,
  };
}

function statusAt({ fromMs, untilMs }: SignedPeriod, nowMs: number): AgreementStatus {
  if (untilMs !== null && nowMs >= untilMs) return 'ended';
  return nowMs < fromMs ? 'signed' : 'binding';
}

function verdictOf(
  { signer, role }: Pick<SignerVerdict, 'signer' | 'role'>,
  counting: readonly ReadSignature[],
  issues: readonly SignatureIssue[],
): SignerVerdict {
  const signature = counting.find(({ payload }) => payload.signer === signer);
  if (signature !== undefined) {
    const { by, signedAt, key } = signature.payload;
    return { signer, role, verdict: 'holds', file: signature.file, by, signedAtMs: Date.parse(signedAt), key };
  }
  const issue = issues.find((one) => one.signer === signer);
  const verdict = issue === undefined ? 'missing' : 'broken';
  return { signer, role, verdict, file: issue?.file ?? null, by: null, signedAtMs: null, key: null };
}

/** Keys of more than one signer, where no signature has told it. */
function unsaidKeys(agreement: Agreement, issues: readonly SignatureIssue[]): readonly SignatureIssue[] {
  const told = issues.filter(({ code }) => code === 'shared-key').map(({ signer }) => signer);
  return sharedKeys(agreement)
    .filter((signers) => !signers.some((signer) => told.includes(signer)))
    .map((signers) => signatureIssue('shared-key', { file: null, signer: null }, { signers }));
}

function missing(agreement: Agreement, signers: readonly SignerVerdict[]): readonly SignatureIssue[] {
  if (agreement.signatures.required.length === 0) {
    return [signatureIssue('nobody-required', { file: null, signer: null }, {})];
  }
  return signers
    .filter(({ role, verdict }) => role === 'required' && verdict === 'missing')
    .map(({ signer }) => {
      const hasKey = Object.hasOwn(agreement.signatures.keys, signer);
      return signatureIssue('missing-signer', { file: null, signer }, { signer, hasKey });
    });
}
