import { z } from 'zod';
import { idSchema } from './names.ts';
import { requestLimits } from './request-limits.ts';

/** Which values are asked for. `limit` may come as text, from a query. */
export const valuesRequestSchema = z.strictObject({
  id: idSchema,
  limit: z.coerce.number().int().min(1).max(requestLimits.dimensionValues).optional(),
});

/** A value that some leads have; `null` is the missing value. */
export const dimensionValueSchema = z.object({
  value: z.string().nullable(),
  leads: z
    .int()
    .min(0)
    .describe('All leads of the log that have it; of what changes (owner, readiness), those that have it now.'),
});

/** The values of one dimension, most leads first. */
export const dimensionValuesSchema = z.object({
  dimension: z.string(),
  values: z.array(dimensionValueSchema),
  more: z.boolean().describe('There are more values than were asked for.'),
});
