import type { Agreement } from '../agreement.ts';
import { type HistoryIssue, historyIssue } from './history-issue.ts';

/** A version of an agreement, and what its signatures are worth. */
export interface AgreementVersion {
  readonly agreement: Agreement;
  /** Of `verifyAgreement`. */
  readonly verification: {
    readonly digest: string;
    /** `null` for a draft. */
    readonly binds: {
      readonly fromMs: number;
      readonly untilMs: number | null;
      readonly signedAtMs: number;
    } | null;
  };
}

/** A time in which one version binds. */
export interface HistoryPeriod {
  readonly version: number;
  /** SHA-256 of the document, in hexadecimal digits. */
  readonly digest: string;
  /** First moment, UTC milliseconds. */
  readonly fromMs: number;
  /** First moment after it; `null` for the last version, when it has no end. */
  readonly untilMs: number | null;
  readonly agreement: Agreement;
}

/** Which version bound when. */
export interface AgreementHistory {
  /** In the order of time; they never overlap. */
  readonly periods: readonly HistoryPeriod[];
  /** The highest version that does not bind; `null` when all do. */
  readonly draft: AgreementVersion | null;
  readonly issues: readonly HistoryIssue[];
}

interface Bound extends HistoryPeriod {
  /** Until when it says that it binds. */
  readonly ownUntilMs: number;
}

/**
 * Which version of an agreement bound when. A version binds from its first day to its last, or until a higher version
 * begins: that ends it for good. Two documents with one number, another name, versions out of order, overlaps, gaps,
 * drafts that were passed over, and other signers or keys are told as issues. O(n²) in the number of versions.
 * @param versions in any order; the same document twice counts once
 * @example
 * const verification = await verifyAgreement(defaultAgreement, [], { nowMs: 0 });
 * agreementHistory([{ agreement: defaultAgreement, verification }]).periods // []
 */
export function agreementHistory(versions: readonly AgreementVersion[]): AgreementHistory {
  const documents = distinct(versions);
  const bound = documents.flatMap(boundOf);
  const drafts = documents.filter(({ verification }) => verification.binds === null);
  const begun = firstSigned(bound).filter(({ fromMs, ownUntilMs }) => fromMs < ownUntilMs);
  const cut = begun.map((version, index) => cutOff(version, begun.slice(index + 1)));
  const periods = cut.filter(({ fromMs, untilMs }) => untilMs === null || fromMs < untilMs);
  return {
    periods: periods.map(({ ownUntilMs: _, ...period }) => period),
    draft: drafts.at(-1) ?? null,
    issues: [
      ...renamed(documents),
      ...twice(documents),
      ...bound
        .filter(({ fromMs, ownUntilMs }) => fromMs >= ownUntilMs)
        .map(({ version }) => historyIssue('never-binds', { version })),
      ...begun.flatMap((version, index) => orderIssues(version, begun.slice(index + 1))),
      ...drafts.flatMap((draft) => passedOver(draft, periods)),
      ...periods.flatMap((period, index) => followIssues(period, periods[index + 1])),
    ],
  };
}

/** By version, then by when they were signed; drafts of a version come last. */
function distinct(versions: readonly AgreementVersion[]): readonly AgreementVersion[] {
  const byDigest = new Map<string, AgreementVersion>();
  for (const version of versions) {
    const known = byDigest.get(version.verification.digest);
    if (known === undefined || signedAt(version) < signedAt(known)) byDigest.set(version.verification.digest, version);
  }
  return [...byDigest.values()].sort(
    (a, b) =>
      a.agreement.version - b.agreement.version ||
      (signedAt(a) < signedAt(b) ? -1 : Number(signedAt(a) > signedAt(b))) ||
      (a.verification.digest < b.verification.digest ? -1 : 1),
  );
}

function signedAt({ verification: { binds } }: AgreementVersion): number {
  return binds?.signedAtMs ?? Number.POSITIVE_INFINITY;
}

function boundOf({ agreement, verification: { digest, binds } }: AgreementVersion): readonly Bound[] {
  if (binds === null) return [];
  const { fromMs, untilMs } = binds;
  const { version } = agreement;
  return [{ version, digest, fromMs, untilMs, agreement, ownUntilMs: untilMs ?? Number.POSITIVE_INFINITY }];
}

function firstSigned(bound: readonly Bound[]): readonly Bound[] {
  return bound.filter(({ version }, index) => bound[index - 1]?.version !== version);
}

function cutOff(version: Bound, higher: readonly Bound[]): Bound {
  const untilMs = Math.min(version.ownUntilMs, ...higher.map(({ fromMs }) => fromMs));
  return { ...version, untilMs: Number.isFinite(untilMs) ? untilMs : null };
}

function renamed(documents: readonly AgreementVersion[]): readonly HistoryIssue[] {
  return documents.flatMap(({ agreement: { name, version } }, index) => {
    const before = documents[index - 1]?.agreement.name ?? name;
    return name === before ? [] : [historyIssue('two-agreements', { version, name, before })];
  });
}

function twice(documents: readonly AgreementVersion[]): readonly HistoryIssue[] {
  return documents.flatMap(({ agreement: { version } }, index) => {
    const same = documents.filter((other) => other.agreement.version === version);
    if (same.length === 1 || documents[index - 1]?.agreement.version === version) return [];
    const signed = same.some(({ verification }) => verification.binds !== null);
    return [historyIssue('same-version-twice', { version, signed })];
  });
}

function orderIssues(
  { version, fromMs, ownUntilMs, agreement }: Bound,
  higher: readonly Bound[],
): readonly HistoryIssue[] {
  const before = higher.find((one) => one.fromMs <= fromMs);
  if (before !== undefined) return [historyIssue('out-of-order', { version, later: before.version })];
  const within = higher.find((one) => one.fromMs < ownUntilMs);
  if (within === undefined || !Number.isFinite(ownUntilMs)) return [];
  return [historyIssue('overlap', { version, until: agreement.until, later: within.version })];
}

function passedOver({ agreement: { version } }: AgreementVersion, periods: readonly Bound[]): readonly HistoryIssue[] {
  const earlier = periods.findLast((period) => period.version < version);
  const later = periods.find((period) => period.version > version);
  const isBound = periods.some((period) => period.version === version);
  if (earlier === undefined || later === undefined || isBound) return [];
  return [historyIssue('draft-between', { version, earlier: earlier.version, later: later.version })];
}

function followIssues(period: Bound, next: Bound | undefined): readonly HistoryIssue[] {
  if (next === undefined) return [];
  const { version: earlier, agreement } = period;
  const { version } = next;
  const isGap = period.untilMs !== null && period.untilMs < next.fromMs;
  const before = agreement.signatures.keys;
  const changed = Object.entries(next.agreement.signatures.keys).filter(
    ([signer, key]) => Object.hasOwn(before, signer) && before[signer] !== key,
  );
  return [
    ...(isGap ? [historyIssue('gap', { version: earlier, until: agreement.until, later: version })] : []),
    ...changed.map(([signer]) => historyIssue('key-changed', { version, earlier, signer })),
    ...signersChanged(period, next),
  ];
}

function signersChanged(period: HistoryPeriod, next: HistoryPeriod): readonly HistoryIssue[] {
  const { required: before, keys: oldKeys } = period.agreement.signatures;
  const { required: now, keys } = next.agreement.signatures;
  const removed = before.filter((signer) => !now.includes(signer));
  const added = now
    .filter((signer) => !before.includes(signer))
    .map((signer) => ({ signer, key: keyOf(keys, signer) ?? null }));
  const isHandedOn = before.some((signer) => now.includes(signer) && keyOf(oldKeys, signer) === keyOf(keys, signer));
  if (removed.length + added.length === 0 && isHandedOn) return [];
  const { version } = next;
  return [historyIssue('signers-changed', { version, earlier: period.version, removed, added, isHandedOn })];
}

function keyOf(keys: Agreement['signatures']['keys'], signer: string): string | undefined {
  return Object.hasOwn(keys, signer) ? keys[signer] : undefined;
}
