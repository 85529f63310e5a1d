import { z } from 'zod';
import { isPersonal } from './marks.ts';

/** Who enters a field, as a rule. */
export type Enterer =
  | 'the lead'
  | 'the sender'
  | 'marketing'
  | 'sales'
  | 'a rep'
  | 'both teams'
  | 'revenue operations'
  | 'the system';

/** What is said of a field, once for types, JSON Schema, documents and messages. */
export interface FieldDoc {
  /** What it means: one sentence. */
  readonly means: string;
  /** Unit or form of the value: minor units of the currency, seconds, ISO 3166-1 alpha-2. */
  readonly unit?: string;
  /** A value as it is sent. */
  readonly example: unknown;
  readonly entered: Enterer;
}

/** The registry of what is said of fields; read it with `fieldDocs.get(schema)`. */
export const fieldDocs: z.core.$ZodRegistry<FieldDoc> = z.registry<FieldDoc>();

/** Gives the schema of a field its documentation. Call it last, after `nullish()` and `optional()`. */
export function field<S extends z.ZodType>(schema: S, doc: FieldDoc): S {
  const documented = schema.meta({ description: describe(schema, doc), examples: [doc.example] });
  fieldDocs.add(documented, doc);
  return documented;
}

function describe(schema: z.ZodType, { means, unit, entered }: FieldDoc): string {
  const parts = [means, unit && `Unit: ${unit}.`, `Entered by ${entered}.`, isPersonal(schema) && 'Personal.'];
  return parts.filter((part) => part !== undefined && part !== false && part !== '').join(' ');
}

/** The same field where it means something narrower: what `changes` names is said instead. */
export function fieldAgain<S extends z.ZodType>(schema: S, changes: Partial<FieldDoc>): S {
  return field(schema, { ...docOf(schema), ...changes });
}

/**
 * What is said of a field.
 * @throws TypeError when nothing is: a field without documentation is a mistake of this package
 */
export function docOf(schema: z.core.$ZodType): FieldDoc {
  const doc = fieldDocs.get(schema as z.ZodType);
  if (doc === undefined) throw new TypeError('This field has no documentation. Make it with field().');
  return doc;
}
