import { z } from 'zod';
import { limits } from '../vocabulary/limits.ts';
import { field } from '../wire/field.ts';
import { measure } from '../wire/numbers.ts';
import { key, note } from '../wire/text.ts';

/** Facts that the model has no field for. They are kept and not read, and must not hold personal data. */
export const attributes = z
  .record(key(), z.union([note(), measure(), z.boolean(), z.null()]))
  .refine((fields) => Object.keys(fields).length <= limits.attributes)
  .meta({ maxProperties: limits.attributes })
  .describe(`Facts that the model has no field for: at most ${limits.attributes}, none of them personal.`);

/** Facts that the model has no field for. */
export type Attributes = z.infer<typeof attributes>;

/** The field `attributes` of a lead. */
export const attributesField = field(attributes.optional(), {
  means: `Facts that the model has no field for, by names of your own: at most ${limits.attributes}, none of them personal.`,
  unit: 'text, number, true, false or null',
  example: { segment: 'mid_market' },
  entered: 'the sender',
});
