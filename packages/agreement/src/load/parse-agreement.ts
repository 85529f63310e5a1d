import type { Agreement } from '../agreement.ts';
import { checkDocument } from '../check/check-document.ts';
import type { AgreementIssue } from '../issue/agreement-issue.ts';
import { type Finding, issueAt, type Locate } from '../issue/finding.ts';
import { sortIssues } from '../issue/sort-issues.ts';
import { readSource, type SourceFormat } from './read-source.ts';

/** What a text says, as far as it can be used. */
export interface ParsedAgreement {
  /** `null` when there is an error. */
  readonly agreement: Agreement | null;
  /** Everything that is wrong, in the order of the text; warnings and informations do not refuse the agreement. */
  readonly issues: readonly AgreementIssue[];
  /** Tells where a clause stands in the text, for what is found in it later. */
  readonly locate: Locate;
}

/**
 * Reads an agreement from YAML or JSON. Never throws for what the text holds: each fault is an issue with line,
 * column, a sentence and a remedy. Faults of form hide those of meaning: correct the first, then look again.
 * @param options.format how the text is written; by the end of `file` when absent, else YAML
 * @param options.file name of the file, for the issues
 * @param options.metrics ids of the metrics that exist; when absent, the names of metrics are not checked
 * @returns the agreement with every default explicit, or `null`
 * @example parseAgreement('teams: { sales: {} }', { file: 'acme.yaml' }).issues[0]?.code // 'missing-key'
 */
export function parseAgreement(
  text: string,
  options: { readonly format?: SourceFormat; readonly file?: string; readonly metrics?: readonly string[] } = {},
): ParsedAgreement {
  const { file = null, metrics } = options;
  const format = options.format ?? (file?.toLowerCase().endsWith('.json') ? 'json' : 'yaml');
  const source = readSource(text, format);
  const place = { file, locate: source.locate };
  const issuesOf = (findings: readonly Finding[]) => sortIssues(findings.map((found) => issueAt(found, place)));
  if (source.findings.length > 0) return { agreement: null, issues: issuesOf(source.findings), locate: source.locate };
  const { agreement, findings } = checkDocument(source.value, metrics === undefined ? {} : { metrics });
  return { agreement, issues: issuesOf(findings), locate: source.locate };
}
