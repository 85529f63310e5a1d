import { type Agreement, type AgreementHistory, versionAt } from '@sameteam/agreement';
import type { LogBounds } from '../plan/reduction.ts';

/** The agreements that an engine knows. */
export interface KnownAgreements {
  /** The one that judges where no version binds. */
  readonly agreement: Agreement;
  /** Which version bound when; `null` where nobody has looked at signatures. */
  readonly history: AgreementHistory | null;
  /** Documents that can be asked for beside those of the history. */
  readonly versions: readonly Agreement[];
}

/**
 * The agreement whose windows, clauses, rates and targets hold for a report: the version that judges its as-of, or the one
 * that is asked for. Days and fiscal years stay those by which the facts are kept.
 * @example
 * const known = { agreement: defaultAgreement, history: null, versions: [] };
 * reportAgreement(known, { asOfMs: Date.UTC(2026, 9, 1), version: null }) === defaultAgreement // true
 */
export function reportAgreement(
  { agreement, history, versions }: KnownAgreements,
  { asOfMs, version }: Pick<LogBounds, 'asOfMs' | 'version'>,
): Agreement {
  const found =
    version === null
      ? history === null
        ? undefined
        : versionAt(history, asOfMs)?.agreement
      : [agreement, ...(history?.periods.map((one) => one.agreement) ?? []), ...versions].find(
          (one) => one.version === version,
        );
  if (found === undefined || found === agreement) return agreement;
  const { timeZone, fiscalYear } = agreement;
  return { ...found, timeZone, fiscalYear };
}
