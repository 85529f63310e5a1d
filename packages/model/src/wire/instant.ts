import { z } from 'zod';
import { readInstant } from '../time/read-instant.ts';
import { marks } from './marks.ts';

/** RFC 3339 with upper-case T and Z, years 1970 to 9999. The calendar (30 February) is left to the reader. */
const instantPattern =
  /^(?:19[7-9][0-9]|[2-9][0-9]{3})-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\.[0-9]{1,9})?(?:Z|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])$/;

/** An instant with time zone, in the years 1970 to 9999. */
export function instant(): z.ZodString {
  const schema = z
    .string()
    .regex(instantPattern)
    .refine((text) => typeof readInstant(text) === 'number');
  marks.add(schema, { form: 'instant' });
  return schema;
}
