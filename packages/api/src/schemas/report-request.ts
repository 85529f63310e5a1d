import { z } from 'zod';
import { calendarDaySchema } from './calendar-day.ts';
import { calendarGrainSchema } from './calendar-grain.ts';
import { instantSchema } from './instant.ts';
import { idSchema } from './names.ts';
import { reportFilterSchema } from './report-filter.ts';
import { requestLimits } from './request-limits.ts';

/**
 * What a report is asked for. Unknown fields are refused; ids are checked by the service, which knows them.
 * @example reportRequestSchema.parse({ metrics: ['captured'], by: ['source.channel'], grain: 'month' })
 */
export const reportRequestSchema = z.strictObject({
  metrics: z
    .array(idSchema)
    .min(1)
    .max(requestLimits.metrics)
    .describe('Metric ids, in the order in which their rows are wanted.'),
  by: z
    .array(idSchema)
    .max(requestLimits.dimensions)
    .describe('Dimension ids. Absent: one row for each metric.')
    .optional(),
  filters: z.array(reportFilterSchema).max(requestLimits.filters).optional(),
  from: calendarDaySchema.describe("First day, included, in the agreement's zone.").optional(),
  to: calendarDaySchema.describe("Last day, included, in the agreement's zone.").optional(),
  grain: calendarGrainSchema.describe("Cuts the anchor's time: the same as naming the grain last in `by`.").optional(),
  anchor: idSchema
    .describe("The event that places a row in time, such as a stage. Absent: each metric's own.")
    .optional(),
  asOf: instantSchema.describe('Only what had happened by then counts. Absent: now.').optional(),
  knownAt: instantSchema.describe('Only what had been recorded by then counts. Absent: everything.').optional(),
  version: z
    .int()
    .min(0)
    .describe('Version of the agreement that judges everything. Absent: the one that bound when it happened.')
    .optional(),
  top: z
    .int()
    .min(1)
    .max(requestLimits.rows)
    .describe(
      'Most values of each dimension with a row of their own; the others, smaller by the first metric, are folded into one row.',
    )
    .optional(),
  cellLimit: z.int().min(1).max(requestLimits.rows).describe('Most rows; more are an error.').optional(),
});
