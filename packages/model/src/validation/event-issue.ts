interface IssueParams {
  'not-an-event': Record<never, never>;
  missing: Record<never, never>;
  'wrong-type': Record<never, never>;
  'unknown-field': { readonly field: string; readonly nearest: string | null };
  'unknown-type': { readonly nearest: string | null };
  'unknown-version': { readonly known: string };
  'not-allowed': { readonly nearest: string | null };
  'wrong-form': Record<never, never>;
  'wrong-subject': Record<never, never>;
  empty: Record<never, never>;
  'too-long': Record<never, never>;
  'too-many': Record<never, never>;
  'too-deep': Record<never, never>;
  'lone-surrogate': Record<never, never>;
  nul: Record<never, never>;
  'forbidden-key': { readonly field: string };
  'script-link': Record<never, never>;
  'not-an-integer': Record<never, never>;
  'not-finite': Record<never, never>;
  'unsafe-integer': Record<never, never>;
  'out-of-range': Record<never, never>;
  'bad-time': Record<never, never>;
  'time-without-zone': Record<never, never>;
  'time-out-of-range': Record<never, never>;
  'leap-second': Record<never, never>;
  'bad-day': Record<never, never>;
  unreadable: Record<never, never>;
}

/** Codes of {@link EventIssue}. */
export type EventIssueCode = keyof IssueParams;

/** One thing that is wrong with an event. */
export interface EventIssue {
  /** What is wrong, from a closed list. */
  readonly code: EventIssueCode;
  /** Where: a JSON pointer (RFC 6901) into the event; the empty text is the event itself. */
  readonly pointer: string;
  /** What is there, shortened. */
  readonly found: string;
  /** What should be there. */
  readonly expected: string;
  /** All of it as a sentence, with what to do. */
  readonly message: string;
}
