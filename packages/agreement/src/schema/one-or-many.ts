import { z } from 'zod';
import { formUnion } from './form-union.ts';

/** One value or a list of them, always read as a list: `grade: A` is `grade: [A]`. */
export function oneOrMany<S extends z.ZodType>(
  schema: S,
): z.ZodType<readonly z.output<S>[], z.input<S> | readonly z.input<S>[]> {
  return formUnion([schema, z.array(schema).min(1)], (value) => (Array.isArray(value) ? 1 : 0)).transform(
    (value): readonly z.output<S>[] => (Array.isArray(value) ? value : [value as z.output<S>]),
  ) as never;
}
