import { z } from 'zod';
import { idSchema, valueSchema } from './names.ts';
import { reportRequestSchema } from './report-request.ts';
import { requestLimits } from './request-limits.ts';

/** One number of a report, addressed for the way down to its leads. */
export const reportCellSchema = z.strictObject({
  metric: idSchema,
  dimensions: z.record(idSchema, valueSchema).describe('A value for each dimension of the report, the grain included.'),
  part: z.enum(['numerator', 'denominator', 'excluded']),
  folded: z.array(idSchema).max(requestLimits.dimensions).describe('The dimensions that the row folds.').optional(),
});

/** Which of the leads. */
export const pageRequestSchema = z.strictObject({
  after: z.string().max(requestLimits.cursorLength).describe("The last page's `next`.").optional(),
  limit: z.int().min(1).max(requestLimits.pageSize),
});

/**
 * Which leads are behind a number.
 * @example
 * leadsRequestSchema.parse({
 *   report: { metrics: ['won'] },
 *   cell: { metric: 'won', dimensions: {}, part: 'numerator' },
 *   page: { limit: 50 },
 * })
 */
export const leadsRequestSchema = z.strictObject({
  report: reportRequestSchema,
  cell: reportCellSchema,
  page: pageRequestSchema,
});
