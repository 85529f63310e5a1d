import { z } from 'zod';
import { reportRowSchema } from './report-row.ts';

/** The agreement that a number was judged by. */
export const agreementReferenceSchema = z.object({
  name: z.string(),
  version: z.int(),
  draft: z.boolean().describe('true as long as it does not bind at the instant of the numbers.'),
  standing: z
    .enum(['draft', 'signed', 'binding', 'ended', 'unknown'])
    .describe('How far it has come at the instant of the numbers; unknown where nobody has looked at signatures.'),
});

/** The answer to a report request. */
export const reportSchema = z.object({
  rows: z.array(reportRowSchema),
  asOf: z.string().meta({ format: 'date-time' }),
  agreement: agreementReferenceSchema,
});
