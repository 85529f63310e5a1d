import type { Agreement } from '../agreement.ts';
import type { AgreementIssue } from '../issue/agreement-issue.ts';
import type { Locate } from '../issue/finding.ts';
import { sortIssues } from '../issue/sort-issues.ts';
import { parseAgreement } from '../load/parse-agreement.ts';
import type { SourceFormat } from '../load/read-source.ts';
import { type LintOptions, lintAgreement } from './lint-agreement.ts';

/** What a text says, and everything that is wrong with it. */
export interface CheckedAgreement {
  /** `null` when it cannot be used; an agreement in which lint found an error can. */
  readonly agreement: Agreement | null;
  /** In the order of the text. */
  readonly issues: readonly AgreementIssue[];
  readonly locate: Locate;
}

/**
 * Reads an agreement and looks for holes in it: what `sameteam agreement check` does. A name of a metric that does not
 * exist is told once, by lint.
 * @param options.format how the text is written; by the end of `file` when absent, else YAML
 * @returns the issues of reading alone where those refuse the agreement
 * @example checkAgreement('teams: {}', { asOf: Date.UTC(2026, 9, 1) }).agreement // null
 */
export function checkAgreement(
  text: string,
  options: Omit<LintOptions, 'locate'> & { readonly format?: SourceFormat },
): CheckedAgreement {
  const { format, file } = options;
  const parsed = parseAgreement(text, {
    ...(format === undefined ? {} : { format }),
    ...(file === undefined || file === null ? {} : { file }),
  });
  const { agreement, locate } = parsed;
  if (agreement === null) return parsed;
  return {
    agreement,
    locate,
    issues: sortIssues([...parsed.issues, ...lintAgreement(agreement, { ...options, locate })]),
  };
}
