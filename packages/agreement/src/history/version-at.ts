import type { Agreement } from '../agreement.ts';
import type { AgreementHistory } from './agreement-history.ts';

/** The version by which a moment is judged. */
export interface VersionAt {
  readonly agreement: Agreement;
  readonly version: number;
  /** SHA-256 of the document, in hexadecimal digits. */
  readonly digest: string;
  /** Whether it bound then. What is judged by one that did not goes into trends, never into a bonus. */
  readonly binding: boolean;
}

/**
 * The version that judges a moment: the one that bound then. Before the first one that binds, that one; in a gap and
 * after the end, the one that ended last; when none ever binds, the highest draft. All of these are `binding: false`.
 * O(number of periods).
 * @param atMs UTC milliseconds
 * @returns `null` when there is no version at all
 * @example versionAt(agreementHistory([]), Date.UTC(2026, 9, 1)) // null
 */
export function versionAt(history: AgreementHistory, atMs: number): VersionAt | null {
  const { periods, draft } = history;
  const last = periods.findLast(({ fromMs }) => fromMs <= atMs);
  const period = last ?? periods[0];
  if (period !== undefined) {
    const { agreement, version, digest, untilMs } = period;
    return { agreement, version, digest, binding: last !== undefined && (untilMs === null || atMs < untilMs) };
  }
  if (draft === null) return null;
  const { agreement, verification } = draft;
  return { agreement, version: agreement.version, digest: verification.digest, binding: false };
}
