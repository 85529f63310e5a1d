import { z } from 'zod';
import { hasLoneSurrogate } from '../text/lone-surrogates.ts';
import { limits } from '../vocabulary/limits.ts';
import { marks } from './marks.ts';

/** Whether a text can be kept: no NUL, no half surrogate pair. */
export function isCleanText(text: string): boolean {
  return !hasLoneSurrogate(text) && !text.includes('\0');
}

/** Text of 1 to `longest` characters. Empty text is refused: null clears a value, absence leaves it. */
export function text(longest: number): z.ZodString {
  return z.string().min(1).max(longest).refine(isCleanText);
}

/** An id, a code or a name. */
export function name(): z.ZodString {
  return text(limits.idLength);
}

/** One line. */
export function line(): z.ZodString {
  return text(limits.lineLength);
}

/** Free text, which may name people: mark it as personal. */
export function note(): z.ZodString {
  return text(limits.noteLength);
}

/** A mail address as far as it can be told without sending: something, an at sign, something. Never a formula. */
export function email(): z.ZodString {
  const schema = text(limits.emailLength).regex(/^[^@ \t\r\n=+-][^@ \t\r\n]*@[^@ \t\r\n]+$/);
  marks.add(schema, { form: 'email' });
  return schema;
}

/** A phone number as the sender has it, or what stands in its place. Never a formula. */
export function phone(): z.ZodString {
  const schema = text(limits.idLength).regex(/^(?![=@\t\r\n]|[+-][^0-9( ]|[^|!]*[|!])/);
  marks.add(schema, { form: 'phone' });
  return schema;
}
