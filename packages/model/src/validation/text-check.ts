import { isLonger } from '../text/is-longer.ts';
import { hasLoneSurrogate } from '../text/lone-surrogates.ts';
import { type Check, type Finding, fail } from './finding.ts';

/** What a text must be like. */
export interface TextRules {
  /** In characters. */
  readonly longest: number;
  readonly patterns: readonly RegExp[];
  /** In words, for messages. */
  readonly expected: string;
}

/** Checks a text that is not empty, can be kept in UTF-8, and follows its rules. */
export function textCheck({ longest, patterns, expected }: TextRules): Check {
  return (value, findings) => {
    if (typeof value !== 'string') return fail(findings, 'wrong-type', value, expected);
    if (value.length === 0) return fail(findings, 'empty', value, expected);
    if (value.length > longest && isLonger(value, longest))
      return fail(findings, 'too-long', value, `at most ${longest} characters`);
    if (!checkCleanText(value, findings)) return false;
    for (const pattern of patterns) if (!pattern.test(value)) return fail(findings, 'wrong-form', value, expected);
    return true;
  };
}

/** Checks that a text can be kept: no NUL, no half surrogate pair. */
export function checkCleanText(text: string, findings: Finding[]): boolean {
  if (text.includes('\0')) return fail(findings, 'nul', text, 'text without NUL');
  if (hasLoneSurrogate(text)) return fail(findings, 'lone-surrogate', text, 'text of whole characters');
  return true;
}
