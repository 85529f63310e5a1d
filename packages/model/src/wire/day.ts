import { z } from 'zod';
import { marks } from './marks.ts';
import { dayPattern } from './patterns.ts';

/** A day of the calendar, in the years 1970 to 9999. */
export function day(): z.ZodString {
  const schema = z.string().regex(dayPattern);
  marks.add(schema, { form: 'day' });
  return schema;
}
