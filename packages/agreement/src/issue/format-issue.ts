import type { AgreementIssue } from './agreement-issue.ts';

/**
 * An issue as one line for a terminal: place, message, remedy, code.
 * @example formatIssue(issue) // 'acme.yaml:12:9: The team "sales" is not declared. … [team-undefined]'
 */
export function formatIssue(issue: AgreementIssue): string {
  const place = [issue.file ?? (issue.line === null ? issue.pointer : 'line'), issue.line, issue.column];
  const start = place.filter((part) => part !== null && part !== '').join(':');
  return `${start === '' ? '' : `${start}: `}${issue.message} ${issue.remedy} [${issue.code}]`;
}
