import { z } from 'zod';
import { readDay } from '../time/parse-day.ts';
import { marks } from './marks.ts';

const dayPattern =
  /^(?:19[7-9][0-9]|[2-9][0-9]{3})-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1[0-9]|2[0-9])|(?:0[13-9]|1[0-2])-30|(?:0[13578]|1[02])-31)$/;

/** A day of the calendar, in the years 1970 to 9999. */
export function day(): z.ZodString {
  const schema = z
    .string()
    .regex(dayPattern)
    .refine((text) => readDay(text) !== null);
  marks.add(schema, { form: 'day' });
  return schema;
}
