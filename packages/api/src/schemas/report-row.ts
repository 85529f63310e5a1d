import { metricUnits } from '@sameteam/model';
import { z } from 'zod';
import { idSchema, valueSchema } from './names.ts';

/** One number with everything that it must not be shown without. */
export const reportRowSchema = z.object({
  metric: idSchema,
  unit: z.enum(metricUnits),
  anchor: z.string().describe('The event that places the leads of this row in time.'),
  dimensions: z.record(z.string(), valueSchema).describe('null is a missing value, not `unknown`.'),
  value: z
    .number()
    .nullable()
    .describe('A count, a ratio, days, hours, or minor units of `currency`; null for nothing divided by nothing.'),
  numerator: z.number().nullable().describe('Equal to `value` for a count; null for a quantile.'),
  denominator: z.number().nullable().describe('null for a count or a sum; the number of durations for a quantile.'),
  excluded: z.int().min(0).describe('Leads taken out of numerator and denominator.'),
  implied: z.int().min(0).describe('Leads whose stage was skipped and is implied by a later one.'),
  low: z.number().nullable().describe('Lower bound of the 95 % interval.'),
  high: z.number().nullable().describe('Upper bound of the 95 % interval.'),
  mature: z.boolean().nullable().describe('Whether the whole cohort has had its window; null for a count.'),
  projected: z.number().nullable().describe('For a young cohort: the rate expected once it is mature.'),
  projectedLow: z.number().nullable().describe('Lower bound of the 95 % interval of the projection.'),
  projectedHigh: z.number().nullable().describe('Upper bound of the 95 % interval of the projection.'),
  folded: z
    .record(z.string(), z.int().min(1))
    .nullable()
    .describe('Of a row that stands for the smallest values: how many values of each dimension are folded into it.'),
  restated: z
    .int()
    .min(0)
    .describe('Events that had happened by as-of and were recorded after it: by so many the number is restated.'),
  unrecorded: z
    .array(z.string())
    .describe(
      'Kinds of record that it needs and of which the whole log up to as-of has none: it tells of the data then, not of the teams.',
    ),
  binding: z
    .boolean()
    .nullable()
    .describe(
      'Whether everything that it counts is judged by a version of the agreement that bound then; null where nothing is counted. What is not binding belongs in no bonus.',
    ),
  currency: z.string().nullable().describe('ISO 4217, for money only.'),
  clause: z.string().nullable().describe('Address of the clause that defines the number.'),
  asOf: z.string().meta({ format: 'date-time' }),
});
