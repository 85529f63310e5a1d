import { type Agreement, type AgreementHistory, agreementHistory, versionAt } from '@sameteam/agreement';
import { type AgreementVerification, agreementDigest, verifyAgreement } from '@sameteam/agreement/sign';
import type { KeptAgreements, SignedVersion } from '@sameteam/metrics/duckdb';
import type { AgreementStanding } from '@sameteam/service';
import { standingOf } from './standing-of.ts';

/** By what numbers are judged, and what its signatures are worth. */
export interface JudgedBy {
  /** `undefined` where none was named and none is kept. */
  readonly agreement: Agreement | undefined;
  /** Which version bound when; `undefined` where a draft is named, which then judges everything. */
  readonly history: AgreementHistory | undefined;
  /** Versions that can be asked for. */
  readonly versions: readonly SignedVersion[];
  /** `undefined` where nobody has signatures of it. */
  readonly standing: AgreementStanding | undefined;
}

interface Verified extends SignedVersion {
  readonly verification: AgreementVerification;
}

/**
 * Decides by what is judged. Who names a version that all who must have signed names its agreement: each instant is judged
 * by the version that bound then, of those beside the file and those that the store keeps. Who names a draft tries it:
 * it judges everything, and nothing is binding.
 * @param named versions of a folder, the named one first; `null` where none is named: then the one that is kept is taken
 */
export async function judgeBy(
  named: readonly SignedVersion[] | null,
  kept: KeptAgreements,
  { nowMs }: { readonly nowMs: number },
): Promise<JudgedBy> {
  const own = named?.[0]?.agreement ?? kept.agreement;
  if (own === null) return { agreement: undefined, history: undefined, versions: [], standing: undefined };
  const versions = await merged(
    [...(named ?? []), ...kept.versions].filter(({ agreement }) => agreement.name === own.name),
  );
  const verified = await Promise.all([...versions.values()].map((version) => verifiedAt(version, nowMs)));
  const digest = await agreementDigest(own);
  const mine = verified.find(({ verification }) => verification.digest === digest);
  if (mine === undefined || mine.verification.binds === null) {
    const isSeen = named !== null || (mine !== undefined && mine.signatures.length > 0);
    const standing = mine === undefined || !isSeen ? undefined : standingOf(mine.verification);
    return { agreement: own, history: undefined, versions: named ?? [], standing };
  }
  const history = agreementHistory(verified);
  const at = versionAt(history, nowMs);
  const judging = verified.find(({ verification }) => verification.digest === at?.digest) ?? mine;
  return {
    agreement: judging.agreement,
    history,
    versions: named ?? [],
    standing: standingOf(judging.verification),
  };
}

/** Each document once, with all its signature files. */
async function merged(versions: readonly SignedVersion[]): Promise<ReadonlyMap<string, SignedVersion>> {
  const byDigest = new Map<string, SignedVersion>();
  for (const { agreement, signatures } of versions) {
    const digest = await agreementDigest(agreement);
    const before = byDigest.get(digest)?.signatures ?? [];
    const texts = new Set(before.map(({ text }) => text));
    byDigest.set(digest, { agreement, signatures: [...before, ...signatures.filter(({ text }) => !texts.has(text))] });
  }
  return byDigest;
}

async function verifiedAt(version: SignedVersion, nowMs: number): Promise<Verified> {
  return { ...version, verification: await verifyAgreement(version.agreement, version.signatures, { nowMs }) };
}
