import type { Agreement, AgreementHistory } from '@sameteam/agreement';
import { MetricsError } from '../../metrics-error.ts';

/** Agreement and history by which facts are judged. */
export interface JudgedBy {
  readonly agreement: Agreement;
  readonly history: AgreementHistory | null;
}

/**
 * By what everything is judged when a version is asked for: by that version alone, and nothing is binding then, since it is
 * not what bound.
 * @param version number of a version; `null` for the one that bound when it happened
 * @param kept documents that a store keeps beside those of the history
 * @throws MetricsError `unknown-version`
 */
export function judgedBy(
  { agreement, history }: JudgedBy,
  version: number | null,
  kept: readonly Agreement[] = [],
): JudgedBy {
  if (version === null) return { agreement, history };
  const versions = [agreement, ...(history?.periods ?? []).map((period) => period.agreement)];
  if (history?.draft != null) versions.push(history.draft.agreement);
  versions.push(...kept);
  const found = versions.find((one) => one.version === version);
  if (found !== undefined) return { agreement: found, history: null };
  const known = [...new Set(versions.map((one) => one.version))].sort((a, b) => a - b);
  throw new MetricsError('unknown-version', { version, known });
}
