import { Temporal } from 'temporal-polyfill';
import type { Agreement } from '../agreement.ts';
import { AgreementError } from '../agreement-error.ts';
import { effectiveAgreement } from '../effective/effective-agreement.ts';
import type { AgreementIssue } from '../issue/agreement-issue.ts';
import { type Finding, finding, issueAt, type Locate } from '../issue/finding.ts';
import { sortIssues } from '../issue/sort-issues.ts';
import type { LintFinding, LintRule, LintSubject, SignedState } from './lint-rule.ts';
import { type LintCode, lintRules } from './registry.ts';

/** What lint must be told, since it has neither a clock nor files. */
export interface LintOptions {
  /** UTC milliseconds: against which days are compared. */
  readonly asOf: number;
  /** Tells where a clause stands in the text; lines are `null` when absent. */
  readonly locate?: Locate;
  /** Name of the file, for the issues. */
  readonly file?: string | null;
  /** Ids of the metrics that exist; when absent, metrics are not checked. */
  readonly metrics?: Iterable<string> | null;
  /** How many of the required signatures hold for exactly this content; `unsigned` when absent. */
  readonly signed?: SignedState;
  /** Whether there are public holidays of a country or region; when absent, that is not checked. */
  readonly isHolidayRegion?: (code: string) => boolean;
  /** The rules to apply; all when absent. */
  readonly rules?: readonly LintRule<LintCode>[];
}

/**
 * Looks for holes in an agreement that loads: what cannot be carried out as it was meant, and what is doubtful. It
 * looks at the agreement of leads of no segment and at that of each segment. Pure.
 * @returns issues in the order of the text; an agreement that lints clean has no error and no warning
 * @example lintAgreement(defaultAgreement, { asOf: Date.UTC(2026, 9, 1) }).some(({ code }) => code === 'unsigned') // true
 */
export function lintAgreement(agreement: Agreement, options: LintOptions): readonly AgreementIssue[] {
  const { locate = () => null, file = null, rules = lintRules } = options;
  const subject = lintSubject(agreement, options);
  return sortIssues(
    rules.flatMap((rule) =>
      findingsOf(rule, subject).map(({ witness = null, ...found }) => ({
        ...issueAt({ atKey: false, ...found }, { file, locate }),
        witness,
      })),
    ),
  );
}

type Found = Omit<Finding, 'atKey'> & Pick<LintFinding, 'atKey' | 'witness'>;

function findingsOf({ code, severity, check }: LintRule<LintCode>, subject: LintSubject): readonly Found[] {
  try {
    return check(subject).map((found) => ({ code, severity, ...found }));
  } catch (cause) {
    // A search that was given up is no proof of anything, and no reason to hide what other rules have found.
    if (cause instanceof AgreementError && cause.code === 'search-too-large') {
      return [finding('not-decided', { path: [], severity: 'warning' }, { rule: code })];
    }
    throw cause;
  }
}

/** What rules look at: the agreement with its variants, and what lint was told. */
export function lintSubject(agreement: Agreement, options: LintOptions): LintSubject {
  const { asOf, metrics = null, signed = 'unsigned', isHolidayRegion = null } = options;
  const zoned = Temporal.Instant.fromEpochMilliseconds(asOf).toZonedDateTimeISO(agreement.timeZone);
  const segments = [null, ...agreement.segments.map(({ id }) => id)];
  return {
    agreement,
    variants: segments.map((segment) => ({ segment, agreement: effectiveAgreement(agreement, segment) })),
    asOf: { ms: asOf, day: zoned.toPlainDate().toString() },
    signed,
    metrics: metrics === null ? null : new Set(metrics),
    isHolidayRegion,
  };
}
