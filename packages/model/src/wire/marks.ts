import { z } from 'zod';

/** What a schema says beside its type, for validation and for the split of personal fields. */
export interface Mark {
  /** Holds personal data: split off at the door, deleted on erasure. */
  readonly personal?: true;
  /** Checked by a reader of its own rather than by its pattern alone. */
  readonly form?: 'instant' | 'day' | 'link' | 'subject';
}

/** The registry of the marks; read it with `marks.get(schema)`. */
export const marks: z.core.$ZodRegistry<Mark> = z.registry<Mark>();

/**
 * Marks the schema of a field as personal data.
 * @example z.strictObject({ email: personal(email().nullish()) })
 */
export function personal<S extends z.ZodType>(schema: S): S {
  marks.add(schema, { ...marks.get(schema), personal: true });
  return schema;
}
