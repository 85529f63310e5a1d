import { canonicalJson } from '@sameteam/model';
import type { Agreement } from '../agreement.ts';
import { groupBy } from '../group-by.ts';
import { agreementDigest } from './digest.ts';
import { judgeSignature } from './judge-signature.ts';
import { type ReadSignature, readSignature, type SignatureFile } from './read-signature.ts';
import { type SignatureIssue, signatureIssue } from './signature-issue.ts';

/** The signatures of an agreement that count, one of each signer, and what is wrong with the others. */
export interface SettledSignatures {
  /** Of the agreement. */
  readonly digest: string;
  readonly counting: readonly ReadSignature[];
  readonly issues: readonly SignatureIssue[];
}

/** Reads signature files, holds each against an agreement, and finds those that count together. */
export async function settleSignatures(
  agreement: Agreement,
  files: readonly SignatureFile[],
  nowMs: number,
): Promise<SettledSignatures> {
  const digest = await agreementDigest(agreement);
  const holding: ReadSignature[] = [];
  const issues: SignatureIssue[] = [];
  for (const file of files) {
    const read = await readSignature(file);
    const found = 'code' in read ? [read] : await judgeSignature(read, { agreement, digest, nowMs });
    issues.push(...found);
    if (!('code' in read) && found.length === 0) holding.push(read);
  }
  const settled = settle(agreement, holding);
  return { digest, counting: settled.counting, issues: [...issues, ...settled.issues] };
}

/**
 * Of signatures that hold, those that count together: all have the same dates pinned, and there is one of each signer.
 * Where they differ, the dates that most of those who must sign have signed; the earliest where that does not tell.
 */
function settle(agreement: Agreement, holding: readonly ReadSignature[]): Omit<SettledSignatures, 'digest'> {
  const { required } = agreement.signatures;
  const inOrder = holding.toSorted((a, b) => compareTexts(a.payload.signedAt, b.payload.signedAt));
  const groups = groupBy(inOrder, ({ payload: { pins, period } }) => canonicalJson({ pins, period }));
  const weight = (group: readonly ReadSignature[]) =>
    new Set(group.map(({ payload }) => payload.signer).filter((signer) => required.includes(signer))).size;
  const [counted = [], ...others] = [...groups.values()].sort((a, b) => weight(b) - weight(a));
  // A witness decides nothing: until somebody who must sign has, no dates are set that a witness could differ from.
  if (weight(counted) === 0) return onePerSigner(inOrder);
  const { counting, issues } = onePerSigner(counted);
  const signers = counting.map(({ payload }) => payload.signer);
  const differing = others
    .flat()
    .map(({ file, payload: { signer } }) =>
      signatureIssue('pins-differ', { file, signer }, { signer, others: signers }),
    );
  return { counting, issues: [...issues, ...differing] };
}

function onePerSigner(inOrder: readonly ReadSignature[]): Omit<SettledSignatures, 'digest'> {
  const bySigner = groupBy(inOrder, ({ payload }) => payload.signer);
  const again = [...bySigner.values()].flatMap(([, ...rest]) => rest);
  return {
    counting: [...bySigner.values()].flatMap(([first]) => first ?? []),
    issues: again.map(({ file, payload: { signer } }) =>
      signatureIssue('duplicate-signer', { file, signer }, { signer }),
    ),
  };
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
