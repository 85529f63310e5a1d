import type { AgreementIssue } from './agreement-issue.ts';
import { describeIssue } from './issue-messages.ts';

const most = 100;

/** Issues in the order of the text, the first hundred; the last says how many more there are. */
export function sortIssues(issues: readonly AgreementIssue[]): readonly AgreementIssue[] {
  const sorted = [...issues].sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0));
  const next = sorted[most];
  if (next === undefined) return sorted;
  const rest: AgreementIssue = {
    ...next,
    code: 'more-issues',
    severity: 'information',
    ...describeIssue('more-issues', { count: sorted.length - most }),
  };
  return [...sorted.slice(0, most), rest];
}
