import { z } from 'zod';
import { idSchema, valueSchema } from './names.ts';
import { reportRequestSchema } from './report-request.ts';
import { requestLimits } from './request-limits.ts';

/** What narrows a number: a report without its metrics. */
export const reportScopeSchema = reportRequestSchema.omit({ metrics: true });

/**
 * Which metric is to be explained, and which number of it.
 * @example
 * explainRequestSchema.parse({
 *   metric: 'mql_to_sal_rate',
 *   report: { by: ['source.channel'], from: '2026-01-01' },
 *   dimensions: { 'source.channel': 'email' },
 * })
 */
export const explainRequestSchema = z.strictObject({
  metric: idSchema,
  report: reportScopeSchema
    .describe('The report that holds the number. Absent: only what the metric means.')
    .optional(),
  dimensions: z
    .record(idSchema, valueSchema)
    .describe('A value for each dimension of the report, the grain included.')
    .optional(),
  folded: z.array(idSchema).max(requestLimits.dimensions).describe('The dimensions that the row folds.').optional(),
});
