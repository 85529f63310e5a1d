import type { AgreementIssue } from './agreement-issue.ts';

/**
 * An issue as one line for a terminal: place, message, remedy, code.
 * @example
 * const { issues } = parseAgreement('sla: []', { file: 'acme.yaml' });
 * issues.map((issue) => formatIssue(issue))[3] // 'acme.yaml:1:6: Here stands a list, where an object with keys is needed. Write keys with their values, such as "name: value". [wrong-type]'
 */
export function formatIssue(issue: AgreementIssue): string {
  const place = [issue.file ?? (issue.line === null ? issue.pointer : 'line'), issue.line, issue.column];
  const start = place.filter((part) => part !== null && part !== '').join(':');
  return `${start === '' ? '' : `${start}: `}${issue.message} ${issue.remedy} [${issue.code}]`;
}
