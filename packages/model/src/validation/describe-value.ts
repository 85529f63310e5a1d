import { withoutLoneSurrogates } from '../text/lone-surrogates.ts';

const mailAddress = /[^\s@]@[^\s@]/;

/** A value in a few words, for messages; what holds a mail address is not repeated, wherever it stands: texts quoted and cut at 60 characters, the rest by size. */
export function describeValue(value: unknown): string {
  switch (typeof value) {
    case 'string':
      if (mailAddress.test(value)) return describePersonalValue(value);
      return JSON.stringify(withoutLoneSurrogates(value.length > 60 ? `${value.slice(0, 60)}…` : value));
    case 'number':
      return Object.is(value, -0) ? '0' : String(value);
    case 'boolean':
      return String(value);
    case 'undefined':
      return 'nothing';
    case 'object':
      if (value === null) return 'null';
      return Array.isArray(value) ? `a list of ${value.length}` : 'an object';
    default:
      return `a ${typeof value}`;
  }
}

/** A personal value in a few words that do not repeat it. */
export function describePersonalValue(value: unknown): string {
  return typeof value === 'string'
    ? `a text of ${value.length} ${value.length === 1 ? 'character' : 'characters'}`
    : typeof value === 'number'
      ? 'a number'
      : describeValue(value);
}
