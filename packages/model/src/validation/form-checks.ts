import { isLonger } from '../text/is-longer.ts';
import { readDay } from '../time/parse-day.ts';
import { type InstantFault, readInstant } from '../time/read-instant.ts';
import { limits } from '../vocabulary/limits.ts';
import { isScriptLink } from '../wire/link.ts';
import type { EventIssueCode } from './event-issue.ts';
import { type Check, fail } from './finding.ts';
import { checkCleanText, type TextRules, textCheck } from './text-check.ts';

const instantCodes: Readonly<Record<InstantFault, EventIssueCode>> = {
  form: 'bad-time',
  'no-zone': 'time-without-zone',
  year: 'time-out-of-range',
  'leap-second': 'leap-second',
  'no-such-time': 'bad-time',
};

/** In words, for messages. */
export const expectedForms = {
  instant: 'an instant such as 2026-10-01T09:30:00Z',
  day: 'a day such as 2026-10-01',
  link: 'the address of a page',
  email: 'a mail address such as ann@acme.example',
  phone: 'a phone number such as +49 30 123456',
} as const;

/** Checks an instant and says which of its parts is wrong. */
export const instantCheck: Check = (value, findings) => {
  if (typeof value !== 'string') return fail(findings, 'wrong-type', value, expectedForms.instant);
  const instant = readInstant(value);
  return typeof instant === 'number' || fail(findings, instantCodes[instant], value, expectedForms.instant);
};

/** Checks a day of the calendar. */
export const dayCheck: Check = (value, findings) => {
  if (typeof value !== 'string') return fail(findings, 'wrong-type', value, expectedForms.day);
  return readDay(value) !== null || fail(findings, 'bad-day', value, expectedForms.day);
};

/** Checks an address that must not run as code. */
export function linkCheck(): Check {
  const checkText = textCheck({ longest: limits.lineLength, patterns: [], expected: expectedForms.link });
  return (value, findings) =>
    checkText(value, findings) &&
    (!isScriptLink(value as string) || fail(findings, 'script-link', value, expectedForms.link));
}

/** A typed id in words. */
export function expectedSubject(kinds: readonly string[]): string {
  return `a typed id such as ${kinds
    .slice(0, 3)
    .map((kind) => `${kind}/42`)
    .join(' or ')}`;
}

/** Checks a typed id of one of the kinds. */
export function subjectCheck(kinds: readonly string[]): Check {
  const expected = expectedSubject(kinds);
  const prefixes = kinds.map((kind) => `${kind}/`);
  return (value, findings) => {
    if (typeof value !== 'string') return fail(findings, 'wrong-type', value, expected);
    for (const prefix of prefixes) {
      if (!value.startsWith(prefix)) continue;
      const length = value.length - prefix.length;
      if (length === 0) return fail(findings, 'wrong-subject', value, expected);
      if (length > limits.idLength && isLonger(value.slice(prefix.length), limits.idLength)) {
        return fail(findings, 'too-long', value, `an id of at most ${limits.idLength} characters`);
      }
      return checkCleanText(value, findings);
    }
    return fail(findings, 'wrong-subject', value, expected);
  };
}

/** Checks a mail address or a phone number: a text by its pattern, and of those that are refused says which are formulas. */
export function addressCheck({ longest, patterns, expected }: TextRules): Check {
  const checkText = textCheck({ longest, patterns, expected });
  return (value, findings) => {
    if (checkText(value, findings)) return true;
    const last = findings.at(-1);
    if (last?.code === 'wrong-form' && isFormula(value as string)) {
      findings.pop();
      fail(findings, 'formula', value, expected);
    }
    return false;
  };
}

/** Whether a spreadsheet would take a text for a formula. Source: OWASP, CSV injection. */
function isFormula(text: string): boolean {
  return /^[=+@\t\r-]/.test(text);
}
