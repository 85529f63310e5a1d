import type { Agreement } from '../agreement.ts';
import { normaliseAgreement } from '../effective/normalise-agreement.ts';
import { compareClauses } from './compare-clauses.ts';
import { agreementDigest } from './digest.ts';
import type { ReadSignature } from './read-signature.ts';
import {
  type SignatureIssue,
  type SignatureIssueCode,
  type SignatureIssueParams,
  signatureIssue,
} from './signature-issue.ts';
import type { SignerRole } from './signature-payload.ts';

/** Clocks of two machines may differ by so much. */
export const clockSkewMs = 5 * 60_000;

/** What signatures are held against. */
export interface SignatureSubject {
  readonly agreement: Agreement;
  /** Of the agreement. */
  readonly digest: string;
  readonly nowMs: number;
}

/**
 * Why a signature, right by itself, does not count for an agreement: who signed with which key, what, and when.
 * @returns nothing when it counts
 */
export async function judgeSignature(
  { file, payload }: ReadSignature,
  { agreement, digest, nowMs }: SignatureSubject,
): Promise<readonly SignatureIssue[]> {
  const { signer, signedAt } = payload;
  const issues: SignatureIssue[] = [];
  const add = <C extends SignatureIssueCode>(code: C, params: SignatureIssueParams[C]) =>
    issues.push(signatureIssue(code, { file, signer }, params));

  const content = digest === payload.digest ? [] : await contentIssues({ file, payload }, agreement, digest);
  // Another version may ask others to sign, with other keys: what belongs elsewhere is said to do so, and no more.
  if (content.some(({ code }) => code === 'other-agreement' || code === 'other-version')) return content;
  const role = roleOf(agreement, signer);
  if (role === null) add('signer-not-named', { signer, signers: signersOf(agreement).map((it) => it.signer) });
  else {
    if (role !== payload.role) add('role-differs', { signer, signed: payload.role, given: role });
    issues.push(...keyIssues({ file, payload }, agreement));
    const sharing = sharedKeys(agreement).find((signers) => signers.includes(signer));
    if (sharing !== undefined) add('shared-key', { signers: sharing });
  }
  issues.push(...content);
  if (Date.parse(signedAt) > nowMs + clockSkewMs) add('signed-in-future', { signer, signedAt });
  return issues;
}

/** The signers of each key that an agreement names for more than one: with it, one person could sign for all of them. */
export function sharedKeys(agreement: Agreement): readonly (readonly string[])[] {
  const { keys } = agreement.signatures;
  const byKey = new Map<string, string[]>();
  for (const { signer } of signersOf(agreement)) {
    const key = Object.hasOwn(keys, signer) ? keys[signer] : undefined;
    if (key !== undefined) byKey.set(key, [...(byKey.get(key) ?? []), signer]);
  }
  return [...byKey.values()].filter((signers) => signers.length > 1);
}

/** Everybody whom an agreement asks to sign; who must sign is no witness too. */
export function signersOf(agreement: Agreement): readonly { readonly signer: string; readonly role: SignerRole }[] {
  const { required, witness } = agreement.signatures;
  return [
    ...[...new Set(required)].map((signer) => ({ signer, role: 'required' as const })),
    ...[...new Set(witness)]
      .filter((signer) => !required.includes(signer))
      .map((signer) => ({ signer, role: 'witness' as const })),
  ];
}

/** How somebody signs an agreement; `null` for who is not asked to. */
export function roleOf(agreement: Agreement, signer: string): SignerRole | null {
  return signersOf(agreement).find((it) => it.signer === signer)?.role ?? null;
}

function keyIssues({ file, payload: { signer, key } }: ReadSignature, agreement: Agreement): readonly SignatureIssue[] {
  const { keys } = agreement.signatures;
  const place = { file, signer };
  if (Object.hasOwn(keys, signer) && keys[signer] === key) return [];
  const owner = Object.keys(keys).find((name) => keys[name] === key);
  if (owner !== undefined) return [signatureIssue('key-of-wrong-team', place, { signer, owner })];
  if (Object.hasOwn(keys, signer)) return [signatureIssue('unknown-key', place, { signer })];
  return [signatureIssue('no-key-declared', place, { signer, key })];
}

async function contentIssues(
  { file, payload }: ReadSignature,
  agreement: Agreement,
  digest: string,
): Promise<readonly SignatureIssue[]> {
  const { signer } = payload;
  const place = { file, signer };
  // A later release may know defaults that the signed document could not name: it is completed in the same way.
  const signed = completed(payload.document as unknown as Agreement);
  if ((await agreementDigest(signed)) === digest) return [];
  const changes = compareClauses(signed, agreement);
  if (signed.name !== agreement.name) {
    return [signatureIssue('other-agreement', place, { signed: signed.name, given: agreement.name, clauses: changes })];
  }
  if (signed.version !== agreement.version) {
    return [
      signatureIssue('other-version', place, { signed: signed.version, given: agreement.version, clauses: changes }),
    ];
  }
  const codes = { changed: 'clause-changed', added: 'clause-added', removed: 'clause-removed' } as const;
  const issues = (['changed', 'added', 'removed'] as const).flatMap((kind) => {
    const clauses = changes.filter((change) => change.kind === kind);
    return clauses.length === 0 ? [] : [signatureIssue(codes[kind], place, { signer, clauses })];
  });
  return issues.length > 0 ? issues : [signatureIssue('content-changed', place, { signer })];
}

function completed(document: Agreement): Agreement {
  try {
    return normaliseAgreement(document);
  } catch {
    return document;
  }
}
