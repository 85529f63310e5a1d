import type { AgreementIssue, Severity } from '@sameteam/agreement';
import { plainText } from '../terminal/plain-text.ts';
import type { Style } from '../terminal/style.ts';
import { wrapText } from '../terminal/text-width.ts';

const severityColours = { error: 'red', warning: 'yellow', information: 'cyan' } as const;

/**
 * An issue of an agreement as a person reads it: its place, what is wrong, what to do, and an example.
 * @param options.width of the terminal, in characters
 */
export function issueLines(
  issue: AgreementIssue,
  { file, style, width }: { readonly file: string; readonly style: Style; readonly width: number },
): readonly string[] {
  const { severity, code, message, remedy, witness } = issue;
  const place = [file, ...(issue.line === null ? [] : [issue.line, issue.column])].join(':');
  const pointer = issue.line === null && issue.pointer !== '' ? ` ${issue.pointer}` : '';
  const colour = style[severityColours[severity]];
  const wrap = (text: string) => wrapText(plainText(text), Math.max(30, width - 2)).map((line) => `  ${line}`);
  return [
    `${style.bold(plainText(`${place}${pointer}`))}  ${colour(severity)}  ${style.dim(code)}`,
    ...wrap(message),
    ...wrap(remedy).map(style.cyan),
    ...(witness === null ? [] : wrap(`For example: ${witness.sentence}`).map(style.dim)),
  ];
}

/** How many issues there are of each severity, worst first: `2 errors, 1 warning`. */
export function countIssues(issues: readonly { readonly severity: Severity }[]): string {
  const counted = (severity: Severity, noun: string) => {
    const count = issues.filter((issue) => issue.severity === severity).length;
    return count === 0 ? [] : [`${count} ${noun}${count === 1 ? '' : 's'}`];
  };
  return [...counted('error', 'error'), ...counted('warning', 'warning'), ...counted('information', 'note')].join(', ');
}
