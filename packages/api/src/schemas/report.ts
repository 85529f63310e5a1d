import { z } from 'zod';
import { reportRowSchema } from './report-row.ts';

/** The agreement that a number was judged by. */
export const agreementReferenceSchema = z.object({
  name: z.string(),
  version: z.int(),
  draft: z.boolean().describe('true as long as the required signatures are missing.'),
});

/** The answer to a report request. */
export const reportSchema = z.object({
  rows: z.array(reportRowSchema),
  asOf: z.string().meta({ format: 'date-time' }),
  agreement: agreementReferenceSchema,
});
