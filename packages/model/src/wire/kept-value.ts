import { z } from 'zod';
import { isKeptValue } from '../validation/unknown-value-check.ts';
import { marks } from './marks.ts';

/** A value that the schema does not know and that is kept: any JSON that every store can hold, within limits. */
export function keptValue(): z.ZodUnknown {
  const schema = z.unknown().refine(isKeptValue);
  marks.add(schema, { form: 'kept' });
  return schema;
}
