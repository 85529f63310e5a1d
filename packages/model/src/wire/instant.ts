import { z } from 'zod';
import { marks } from './marks.ts';
import { instantPattern } from './patterns.ts';

/** An instant with time zone, in the years 1970 to 9999. */
export function instant(): z.ZodString {
  const schema = z.string().regex(instantPattern);
  marks.add(schema, { form: 'instant' });
  return schema;
}
