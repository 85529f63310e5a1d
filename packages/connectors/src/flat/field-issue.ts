import { type EventIssueCode, withoutLoneSurrogates } from '@sameteam/model';
import type { countryFaults, domainFaults, emailFaults, phoneFaults } from '@sameteam/model/normalize';

/** What the message of an issue is made of. */
interface IssueParts {
  readonly field: string;
  readonly found: string;
  readonly expected: string;
  readonly nearest: string | null;
}

const messages = {
  'not-an-object': ({ found }) =>
    `A lead must be one object of plain fields, but it is ${found}. Send {"email": "ann@acme.example", "source": "webinar"}.`,
  'unknown-field': ({ found, expected, nearest }) =>
    `There is no field ${found}. ${nearest === null ? `Send it as ${expected}.` : `Did you mean "${nearest}"? If not, send it as ${expected}.`}`,
  'forbidden-key': ({ found }) => `A field has the name ${found}, which could change other objects. Rename it.`,
  missing: ({ field, expected }) => `${field} is missing. Send ${expected}.`,
  'wrong-type': ({ field, found, expected }) => `${field} is ${found}. Send ${expected}.`,
  'wrong-form': ({ field, found, expected }) =>
    `${field} is ${found}, which has not the form it needs. Send ${expected}.`,
  'not-allowed': ({ field, found, expected, nearest }) =>
    `${field} is ${found}. ${nearest === null ? `Send ${expected}.` : `Did you mean "${nearest}"?`}`,
  'not-an-integer': ({ field, found, expected }) => `${field} is ${found}. Send ${expected}.`,
  'not-finite': ({ field, found }) => `${field} is ${found}, which is no number. Leave the field out.`,
  'unsafe-integer': ({ field, found }) =>
    `${field} is ${found}, beyond 2^53, where numbers lose their last digits. Send it as text.`,
  'too-long': ({ field, found, expected }) => `${field} is too long: ${found}. Send ${expected}.`,
  nul: ({ field }) => `${field} holds the character NUL, which databases do not keep. Remove it.`,
  'lone-surrogate': ({ field }) =>
    `${field} holds half of a surrogate pair, which has no form in UTF-8. Read the source again with its true encoding.`,
  'said-twice': ({ field, expected }) =>
    `${field} was not read, since ${expected} says something else. Send one of them.`,
  'bad-language': ({ field, found, expected }) => `${field} is ${found}, which is no tag of BCP 47. Send ${expected}.`,
  'personal-id': ({ field, found }) =>
    `${field} is ${found}. Ids stay in the log when the person is erased: leave it out, or send a number of your own.`,
  'not-a-count': ({ field, found, expected }) =>
    `${field} is ${found}, which is no number of people; it was kept as attributes.employees. Send ${expected}.`,
  'disposable-mail': ({ field }) => `${field} belongs to a service of throwaway addresses. Ask for another one.`,
  unreadable: ({ found }) => `The lead cannot be read: ${found}. Send plain data, as JSON.parse makes it.`,
} as const satisfies Readonly<Record<string, (parts: IssueParts) => string>>;

/** What {@link FieldIssue} can say, beside what `validateEvent` says of an event. */
type OwnCode =
  | keyof typeof messages
  | keyof typeof emailFaults
  | keyof typeof phoneFaults
  | keyof typeof domainFaults
  | keyof typeof countryFaults;

/** Codes of {@link FieldIssue}. */
export type FieldIssueCode = EventIssueCode | OwnCode;

/** One thing to say about a field of a flat lead: why it was refused, or what could be better. */
export interface FieldIssue {
  /** Name of the field as it was sent; the empty text is the lead as a whole. */
  readonly field: string;
  readonly code: FieldIssueCode;
  /** What is there, shortened; personal values are not repeated. */
  readonly found: string;
  /** What should be there. */
  readonly expected: string;
  /** The nearest known name or value, of a misspelt one; `null` when none is near. */
  readonly nearest: string | null;
  /** All of it as a sentence, with what to do. */
  readonly message: string;
}

/** What is known of a fault of a field. */
export interface FieldFault extends Omit<FieldIssue, 'code' | 'nearest' | 'message'> {
  readonly code: OwnCode;
  /** What is wrong, where the code is one of the normal forms. */
  readonly why?: string;
  readonly nearest?: string | null;
}

/** Puts a fault into words. */
export function fieldIssue({ field, code, why, found, expected, nearest = null }: FieldFault): FieldIssue {
  const parts = { field, found, expected, nearest };
  const message = isOwn(code)
    ? messages[code](parts)
    : `${field} is ${found}: ${why ?? 'it cannot be read'}. Send ${expected}.`;
  return { field, code, found, expected, nearest, message };
}

function isOwn(code: OwnCode): code is keyof typeof messages {
  return Object.hasOwn(messages, code);
}

/** A value in a few words, for messages: texts quoted and cut at 60 characters; personal ones, and mail addresses in any field, by size. */
export function describeSaid(value: unknown, isPersonal: boolean): string {
  if (typeof value === 'string') {
    if (isPersonal || value.includes('@')) return `a text of ${value.length} characters`;
    return JSON.stringify(withoutLoneSurrogates(value.length > 60 ? `${value.slice(0, 60)}…` : value));
  }
  if (typeof value === 'number') return isPersonal ? 'a number' : String(value);
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === 'object' && value !== null) return 'an object';
  return value === undefined
    ? 'nothing'
    : typeof value === 'boolean' || value === null
      ? String(value)
      : `a ${typeof value}`;
}
