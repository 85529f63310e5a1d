/** What the message of an issue is made of. */
interface IssueParts {
  /** JSON pointer, or "the event". */
  readonly where: string;
  readonly found: string;
  readonly expected: string;
  readonly nearest: string | null;
}

const messages = {
  'not-an-event': ({ found }) =>
    `An event must be an object, but it is ${found}. Send one CloudEvent as a JSON object.`,
  missing: ({ where, expected }) => `${where} is missing. Send ${expected}.`,
  'wrong-type': ({ where, found, expected }) => `${where} is ${found}. Send ${expected}.`,
  'unknown-field': ({ where, found, expected, nearest }) =>
    `${where} is not known: this version has no field ${found}. ${nearest === null ? `Send ${expected}, or put it into attributes.` : `Did you mean "${nearest}"?`}`,
  'unknown-type': ({ found, nearest }) =>
    `${found} is not a type of event. ${nearest === null ? 'The types are listed in the README of @sameteam/model.' : `Did you mean "${nearest}"?`}`,
  'unknown-version': ({ where, found, expected }) =>
    `${where} is ${found}, but only ${expected} is known. Send that version, or update.`,
  'not-allowed': ({ where, found, expected, nearest }) =>
    `${where} is ${found}, which is not in its list. ${nearest === null ? `Send ${expected}.` : `Did you mean "${nearest}"?`}`,
  'wrong-form': ({ where, found, expected }) =>
    `${where} is ${found}, which has not the form it needs. Send ${expected}.`,
  'wrong-subject': ({ where, found, expected }) => `${where} is ${found}. Send ${expected}.`,
  empty: ({ where }) => `${where} is empty. Send null to clear a value, or leave the field out.`,
  'too-long': ({ where, found, expected }) => `${where} is too long: ${found}. Send ${expected}.`,
  'too-many': ({ where, found, expected }) => `${where} holds too much: ${found}. Send ${expected}.`,
  'too-deep': ({ where, expected }) => `${where} is nested too deep. Send ${expected}.`,
  'lone-surrogate': ({ where }) =>
    `${where} holds half of a surrogate pair, which has no form in UTF-8. Read the source again with its true encoding.`,
  nul: ({ where }) => `${where} holds the character NUL, which databases do not keep. Remove it.`,
  'forbidden-key': ({ where, found }) => `${where} has the name ${found}, which could change other objects. Rename it.`,
  formula: ({ where, expected }) =>
    `${where} begins like a formula of a spreadsheet, which would run it when it is opened there. Send ${expected}.`,
  'script-link': ({ where }) => `${where} is an address that would run as code. Send the address of a page.`,
  'not-an-integer': ({ where, found, expected }) =>
    `${where} is ${found}. Send ${expected}${where.endsWith('/amountMinor') ? '; money in minor units, 12.50 EUR as 1250' : ''}.`,
  'not-finite': ({ where, found }) =>
    `${where} is ${found}, which has no form in JSON. Leave the field out, or send null.`,
  'unsafe-integer': ({ where, found }) =>
    `${where} is ${found}, beyond 2^53, where numbers lose their last digits. Send ids as text.`,
  'out-of-range': ({ where, found, expected }) => `${where} is ${found}. Send ${expected}.`,
  'bad-time': ({ where, found, expected }) => `${where} is ${found}, which is no time. Send ${expected}.`,
  'time-without-zone': ({ where, found, expected }) =>
    `${where} is ${found}, which names no time zone. Send ${expected}.`,
  'time-out-of-range': ({ where, found }) =>
    `${where} is ${found}, outside the years 1970 to 9999. Leave unknown times out.`,
  'leap-second': ({ where, found }) =>
    `${where} is ${found}, a leap second, which epoch time does not have. Send second 59 or the next minute.`,
  'time-in-future': ({ where, found, expected }) =>
    `${where} is ${found}, which has not come yet. Send ${expected}; look at the clock and the time zone of the sender.`,
  'bad-day': ({ where, found, expected }) =>
    `${where} is ${found}, which is no day of the years 1970 to 9999. Send ${expected}.`,
  unreadable: ({ found }) => `The event cannot be read: ${found}. Send plain data, as JSON.parse makes it.`,
} as const satisfies Readonly<Record<string, (parts: IssueParts) => string>>;

/** Codes of {@link EventIssue}. */
export type EventIssueCode = keyof typeof messages;

/**
 * All codes of {@link EventIssue}.
 * @example eventIssueCodes.includes('unknown-field') // true
 */
export const eventIssueCodes = Object.keys(messages) as readonly EventIssueCode[];

/** One thing that is wrong with an event. */
export interface EventIssue {
  /** What is wrong, from a closed list. */
  readonly code: EventIssueCode;
  /** Where: a JSON pointer (RFC 6901) into the event; the empty text is the event itself. */
  readonly pointer: string;
  /** What is there, shortened; personal values are not repeated. */
  readonly found: string;
  /** What should be there. */
  readonly expected: string;
  /** The nearest known name or value, of a misspelt one; `null` when none is near. */
  readonly nearest: string | null;
  /** All of it as a sentence, with what to do. */
  readonly message: string;
}

/** What is known of a fault. */
export interface Fault {
  readonly code: EventIssueCode;
  readonly pointer: string;
  readonly found: string;
  readonly expected: string;
  readonly nearest: string | null;
}

/** Puts a fault into words. */
export function eventIssue({ code, pointer, found, expected, nearest }: Fault): EventIssue {
  const message = messages[code]({ where: pointer === '' ? 'The event' : pointer, found, expected, nearest });
  return { code, pointer, found, expected, nearest, message };
}
