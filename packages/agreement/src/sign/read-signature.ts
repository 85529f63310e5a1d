import { canonicalJson } from '@sameteam/model';
import { z } from 'zod';
import type { Agreement } from '../agreement.ts';
import { bindingPeriod } from './binding-period.ts';
import { agreementDigest, clauseManifest } from './digest.ts';
import { pinsFault } from './pins-fault.ts';
import { readPublicKey } from './public-key.ts';
import { type JsonFault, readStrictJson } from './read-strict-json.ts';
import { isSealedBy, protectedHeader } from './seal-payload.ts';
import {
  type SignatureIssue,
  type SignatureIssueCode,
  type SignatureIssueParams,
  signatureIssue,
} from './signature-issue.ts';
import { type SignaturePayload, signatureFormat, signaturePayload, signatureType } from './signature-payload.ts';

/** A signature file as text. */
export interface SignatureFile {
  /** Its name, for the issues. */
  readonly file: string | null;
  readonly text: string;
  /** There is something of that name whose text cannot be read, such as a folder; `text` means nothing then. */
  readonly unreadable?: boolean;
}

/** A signature that fits what its file says; whether it says what is asked for, and whose key it is, is not known yet. */
export interface ReadSignature {
  readonly file: string | null;
  readonly payload: SignaturePayload;
}

const limit = 10_000_000;
// Zone data of another year can move a midnight by an hour or two; a zone that crosses the date line, by a day.
const farthestMs = 36 * 3_600_000;

const signatureFile = z.strictObject({
  payload: signaturePayload,
  protected: z.string(),
  // 64 bytes are 85 letters of six bits and one of two.
  signature: z.string().regex(/^[A-Za-z0-9_-]{85}[AQgw]$/),
});

/** Any file that says that it is a signature, of any format. */
const envelope = z.looseObject({
  payload: z.looseObject({ type: z.literal(signatureType), formatVersion: z.unknown() }),
});

/**
 * Reads a signature file and checks it by itself: that it is complete and says one thing only, that its digests are
 * those of its document, and that the key that it names signed it. Never throws for what the file holds.
 */
export async function readSignature({
  file,
  text,
  unreadable = false,
}: SignatureFile): Promise<ReadSignature | SignatureIssue> {
  const refuse = <C extends SignatureIssueCode>(
    code: C,
    params: SignatureIssueParams[C],
    signer: string | null = null,
  ) => signatureIssue(code, { file, signer }, params);
  if (unreadable) return refuse('unreadable', {});
  if (text.length > limit) return refuse('too-large', { size: text.length, limit });
  const json = readStrictJson(text.replace(/^\uFEFF/, ''));
  if (json.fault !== null) return refuseJson(json.fault, file);
  const said = envelope.safeParse(json.value);
  if (!said.success) return refuse('not-a-signature', {});
  const { formatVersion } = said.data.payload;
  if (formatVersion !== signatureFormat) {
    return refuse('format-version', {
      found: JSON.stringify(formatVersion)?.slice(0, 20) ?? 'none',
      known: signatureFormat,
    });
  }
  const parsed = signatureFile.safeParse(json.value);
  if (!parsed.success) return refuse('malformed', { why: whyNot(parsed.error) });
  const { payload, ...seal } = parsed.data;
  const { signer } = payload;
  if (seal.protected !== protectedHeader)
    return refuse('malformed', { why: 'its header is not the one of Ed25519' }, signer);
  const key = readPublicKey(payload.key);
  if (key === null) return refuse('weak-key', { signer }, signer);
  const contradiction = await contradictionIn(payload);
  if (contradiction !== null) return refuse('malformed', { why: contradiction }, signer);
  return (await isSealedBy(payload, seal, key)) ? { file, payload } : refuse('bad-signature', { signer }, signer);
}

function refuseJson(fault: JsonFault, file: string | null): SignatureIssue {
  const place = { file, signer: null };
  return fault.code === 'ambiguous'
    ? signatureIssue('ambiguous', place, { why: fault.why })
    : signatureIssue(fault.code, place, {});
}

function whyNot({ issues }: z.ZodError): string {
  const [first] = issues;
  if (first === undefined) return 'its form is wrong';
  const place = first.path.join('.').slice(0, 100) || 'the file';
  return first.code === 'unrecognized_keys'
    ? `"${first.keys[0]?.slice(0, 40)}" in ${place} means nothing`
    : `${place} is not what it must be`;
}

/** What a payload says of its document must be true, whoever signed it; `null` when it is. */
async function contradictionIn(payload: SignaturePayload): Promise<string | null> {
  const document = payload.document as unknown as Agreement;
  try {
    if ((await agreementDigest(document)) !== payload.digest) return 'its digest is not that of its document';
    if (canonicalJson(await clauseManifest(document)) !== canonicalJson(payload.clauses)) {
      return 'its clauses are not those of its document';
    }
    const { name, version, effective, until } = document;
    if (canonicalJson({ name, version, effective, until }) !== canonicalJson(payload.agreement)) {
      return 'it names another agreement than its document';
    }
    if (!isPeriodOf(document, payload.period)) return 'its period is not that of its document';
    const fault = pinsFault(payload.pins, document);
    return fault === null ? null : `its dates make no sense: ${fault}`;
  } catch {
    return 'its document is no agreement';
  }
}

function isPeriodOf(document: Agreement, { from, until }: SignaturePayload['period']): boolean {
  const { fromMs, untilMs } = bindingPeriod(document);
  return isNear(from, fromMs) && isNear(until, untilMs);
}

function isNear(signed: string | null, ms: number | null): boolean {
  if (signed === null || ms === null) return signed === ms;
  return Math.abs(Date.parse(signed) - ms) <= farthestMs;
}
