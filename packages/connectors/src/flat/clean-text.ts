import { hasLoneSurrogate } from '@sameteam/model';
import { describeSaid, type FieldIssue, fieldIssue } from './field-issue.ts';

/** Where a text stands, and how long it may be. */
export interface TextPlace {
  readonly field: string;
  readonly isPersonal: boolean;
  /** In UTF-16 units; what is a limit of the model is checked there, in characters. */
  readonly longest: number;
}

/** The trimmed text, or `null` for none and for one that cannot be kept, of which the issues tell. */
export function cleanText(value: unknown, place: TextPlace, issues: FieldIssue[]): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value !== 'string') {
    const found = describeSaid(value, place.isPersonal);
    const expected = typeof value === 'object' ? 'one plain value; other fields as attributes.<name>' : 'text';
    issues.push(fieldIssue({ field: place.field, code: numberFault(value), found, expected }));
    return null;
  }
  const text = value.trim();
  return text !== '' && isCleanText(text, place, issues) ? text : null;
}

function numberFault(value: unknown): 'wrong-type' | 'not-finite' | 'unsafe-integer' {
  if (typeof value !== 'number' || Number.isSafeInteger(value)) return 'wrong-type';
  if (!Number.isFinite(value)) return 'not-finite';
  return Math.abs(value) > Number.MAX_SAFE_INTEGER ? 'unsafe-integer' : 'wrong-type';
}

/** Whether a text can be kept: not too long, no NUL, no half of a surrogate pair. */
export function isCleanText(text: string, { field, isPersonal, longest }: TextPlace, issues: FieldIssue[]): boolean {
  const isTooLong = text.length > longest;
  const code = isTooLong ? 'too-long' : text.includes('\0') ? 'nul' : hasLoneSurrogate(text) ? 'lone-surrogate' : null;
  if (code === null) return true;
  const found = isTooLong ? `a text of ${text.length} characters` : describeSaid(text, isPersonal);
  issues.push(fieldIssue({ field, code, found, expected: isTooLong ? `at most ${longest} characters` : 'whole text' }));
  return false;
}
