import type { z } from 'zod';
import { docOf } from '../wire/field.ts';

/** An object with the example of each of its fields. */
export type ExampleObject = Readonly<Record<string, unknown>>;

/**
 * An example of an object: the example of each of its fields.
 * @example exampleOf(money) // { amountMinor: 1250, currency: 'EUR' }
 */
export function exampleOf(object: z.ZodObject): ExampleObject {
  return Object.fromEntries(Object.entries(object.shape).map(([name, schema]) => [name, docOf(schema).example]));
}
