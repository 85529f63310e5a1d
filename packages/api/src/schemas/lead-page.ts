import { z } from 'zod';
import { leadRowSchema } from './lead-row.ts';

/** Some of the leads behind a number. */
export const leadPageSchema = z.object({
  leads: z.array(leadRowSchema),
  total: z.int().min(0).describe('Of all pages together: equal to the number that was asked about.'),
  next: z.string().nullable().describe('Pass as `after` for the next page; null at the end.'),
});
