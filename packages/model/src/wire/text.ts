import { z } from 'zod';
import { isLonger } from '../text/is-longer.ts';
import { limits } from '../vocabulary/limits.ts';
import { type Mark, marks } from './marks.ts';
import { cleanPattern, emailPattern, keyPattern, phonePattern } from './patterns.ts';

/**
 * Text of 1 to `longest` characters. Empty text is refused: null clears a value, absence leaves it.
 * @param pattern must admit clean text only
 */
export function text(longest: number, pattern: RegExp = cleanPattern, mark: Mark = {}): z.ZodString {
  const schema = z
    .string()
    .min(1)
    .regex(pattern)
    // zod's own `max` counts UTF-16 units.
    .refine((value) => !isLonger(value, longest))
    .meta({ maxLength: longest });
  marks.add(schema, { ...mark, longest });
  return schema;
}

/** An id, a code or a name. */
export function name(): z.ZodString {
  return text(limits.idLength);
}

/** A key of the sender's choice. */
export function key(): z.ZodString {
  return text(limits.idLength, keyPattern);
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
  return text(limits.emailLength, emailPattern, { form: 'email' });
}

/** A phone number as the sender has it, or what stands in its place. Never a formula. */
export function phone(): z.ZodString {
  return text(limits.idLength, phonePattern, { form: 'phone' });
}
