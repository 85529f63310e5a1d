import { z } from 'zod';
import { limits } from '../vocabulary/limits.ts';
import { measure } from '../wire/numbers.ts';
import { name, note } from '../wire/text.ts';

/** Facts that the model has no field for. They are kept and not read, and must not hold personal data. */
export const attributes = z
  .record(name(), z.union([note(), measure(), z.boolean(), z.null()]))
  .refine((fields) => Object.keys(fields).length <= limits.attributes)
  .meta({ maxProperties: limits.attributes })
  .describe(`Facts that the model has no field for: at most ${limits.attributes}, none of them personal.`);

/** Facts that the model has no field for. */
export type Attributes = z.infer<typeof attributes>;
