import { z } from 'zod';
import { idSchema, valueSchema } from './names.ts';
import { requestLimits } from './request-limits.ts';

const valuesSchema = z.array(valueSchema).min(1).max(requestLimits.valuesOfFilter);

/**
 * Keeps leads whose dimension has one of the values, or none of them.
 * @example reportFilterSchema.parse({ dimension: 'source.channel', in: ['email', null] })
 */
export const reportFilterSchema = z.union([
  z.strictObject({ dimension: idSchema, in: valuesSchema }),
  z.strictObject({ dimension: idSchema, notIn: valuesSchema }),
]);
