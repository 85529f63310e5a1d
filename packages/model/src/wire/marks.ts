import { z } from 'zod';

/** What a schema says beside its type, for validation and for the split of personal fields. */
export interface Mark {
  /** Holds personal data: split off at the door, deleted on erasure. */
  readonly personal?: true;
  /** Checked by a reader of its own rather than by its pattern alone. */
  readonly form?: 'instant' | 'day' | 'link' | 'email' | 'phone' | 'kept';
  /** Characters (code points) that a text may have. */
  readonly longest?: number;
  /** The kinds that a typed id may have. */
  readonly kinds?: readonly string[];
  /** What is expected, in words, where the pattern does not say it. */
  readonly expected?: string;
}

/** The registry of the marks; read it with `marks.get(schema)`. */
export const marks: z.core.$ZodRegistry<Mark> = z.registry<Mark>();

/**
 * Marks the schema of a field as personal data.
 * @example
 * import { z } from 'zod';
 * isPersonal(personal(z.email())) // true
 */
export function personal<S extends z.ZodType>(schema: S): S {
  marks.add(schema, { ...marks.get(schema), personal: true });
  return schema;
}

/** Whether a field holds personal data, optional and nullable fields too. */
export function isPersonal(schema: z.core.$ZodType): boolean {
  return marks.get(withoutWrappers(schema))?.personal === true;
}

/** The schema of a field without what says that it may be absent or null. */
export function withoutWrappers(schema: z.core.$ZodType): z.core.$ZodType {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  return def.type === 'optional' || def.type === 'nullable' ? withoutWrappers(def.innerType) : schema;
}
