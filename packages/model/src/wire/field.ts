import { z } from 'zod';

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
  const { means, unit, example, entered } = doc;
  const description = [means, unit === undefined ? '' : `Unit: ${unit}.`, `Entered by ${entered}.`];
  const documented = schema.meta({ description: description.filter((part) => part !== '').join(' '), examples: [example] });
  fieldDocs.add(documented, doc);
  return documented;
}
