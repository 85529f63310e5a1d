import { z } from 'zod';
import { identifier } from './identifier.ts';

/** Named entries: the name is the last part of the clause's address. */
export function recordOf<S extends z.ZodType>(schema: S): z.ZodRecord<z.ZodString, S> {
  return z.record(identifier(), schema);
}
