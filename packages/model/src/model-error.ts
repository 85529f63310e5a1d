import { withoutLoneSurrogates } from './text/lone-surrogates.ts';

interface ModelErrorParams {
  'unknown-event-type': { readonly type: string; readonly nearest: string | null };
  'unknown-subject-kind': { readonly kind: string; readonly nearest: string | null };
  'bad-subject': { readonly text: string };
  'bad-subject-id': { readonly id: string; readonly longest: number };
  'bad-instant': { readonly text: string; readonly why: string };
  'bad-day': { readonly text: string };
  'lone-surrogate': { readonly text: string };
  'not-finite': { readonly value: number };
  'not-json': { readonly found: string };
  'too-deep': { readonly deepest: number };
  'unsupported-schema': { readonly type: string };
  'no-upcaster': { readonly type: string; readonly from: number; readonly to: number };
}

/** Codes of {@link ModelError}. */
export type ModelErrorCode = keyof ModelErrorParams;

const messages: { readonly [C in ModelErrorCode]: (params: ModelErrorParams[C]) => string } = {
  'unknown-event-type': ({ type, nearest }) =>
    `"${shorten(type)}" is not a type of event.${nearest === null ? ' The types are listed in eventTypes.' : ` Did you mean "${nearest}"?`}`,
  'unknown-subject-kind': ({ kind, nearest }) =>
    `"${shorten(kind)}" is not a kind of subject.${nearest === null ? ' The kinds are listed in subjectKinds.' : ` Did you mean "${nearest}"?`}`,
  'bad-subject': ({ text }) =>
    `"${shorten(text)}" is not a typed id. Write kind and id with a slash between, such as lead/42.`,
  'bad-subject-id': ({ id, longest }) =>
    `"${shorten(id)}" cannot be the id of a subject. It needs 1 to ${longest} characters, without NUL and without half surrogate pairs.`,
  'bad-instant': ({ text, why }) => `"${shorten(text)}" is not an instant: ${why}. Write it as 2026-10-01T09:30:00Z.`,
  'bad-day': ({ text }) => `"${shorten(text)}" is not a day of the years 1970 to 9999. Write it as 2026-10-01.`,
  'lone-surrogate': ({ text }) =>
    `"${shorten(text)}" holds half of a surrogate pair, which has no form in UTF-8. Read the source again with its true encoding.`,
  'not-finite': ({ value }) => `${value} has no form in JSON. Leave the field out, or send null.`,
  'not-json': ({ found }) =>
    `A value of type ${found} has no form in JSON. Send text, number, boolean, null, list or object.`,
  'too-deep': ({ deepest }) => `The value has more than ${deepest} levels, or contains itself. Make it flatter.`,
  'unsupported-schema': ({ type }) =>
    `Events cannot be checked by a zod schema of type ${type}. Use one that compileCheck knows, or teach it this one.`,
  'no-upcaster': ({ type, from, to }) =>
    `Cannot read a ${shorten(type)} of version ${from} as version ${to}: there is no way back. Update @sameteam/model.`,
};

function shorten(text: string): string {
  return text.length > 80 ? `${withoutLoneSurrogates(text.slice(0, 80))}…` : withoutLoneSurrogates(text);
}

/**
 * What this package throws for a caller's mistake. Bad data is returned as issues instead.
 * @example
 * new ModelError('unknown-subject-kind', { kind: 'led', nearest: 'lead' }).message
 * // '"led" is not a kind of subject. Did you mean "lead"?'
 */
export class ModelError<C extends ModelErrorCode = ModelErrorCode> extends Error {
  override readonly name = 'ModelError';
  /** What went wrong, from a closed list. */
  readonly code: C;
  /** What the message is made of. */
  readonly params: ModelErrorParams[C];

  constructor(code: C, params: ModelErrorParams[C], options?: ErrorOptions) {
    super(messages[code](params), options);
    this.code = code;
    this.params = params;
  }
}
