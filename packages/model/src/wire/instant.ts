import { z } from 'zod';
import { readInstant } from '../time/read-instant.ts';
import { marks } from './marks.ts';

/** RFC 3339 with upper-case T and Z, years 1970 to 9999. 29 February of a common year is left to the reader. */
const instantPattern =
  /^(?:19[7-9][0-9]|[2-9][0-9]{3})-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1[0-9]|2[0-9])|(?:0[13-9]|1[0-2])-30|(?:0[13578]|1[02])-31)T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\.[0-9]{1,9})?(?:Z|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])$/;

/** An instant with time zone, in the years 1970 to 9999. */
export function instant(): z.ZodString {
  const schema = z
    .string()
    .regex(instantPattern)
    .refine((text) => typeof readInstant(text) === 'number');
  marks.add(schema, { form: 'instant' });
  return schema;
}
