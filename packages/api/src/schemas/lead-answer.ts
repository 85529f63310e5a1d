import { z } from 'zod';

/** One thing to say about a field of a flat lead. */
export const fieldIssueSchema = z.object({
  field: z.string().describe('Name of the field as it was sent; the empty text is the lead as a whole.'),
  code: z.string(),
  found: z.string().describe('What is there, shortened; personal values are not repeated.'),
  expected: z.string().describe('What should be there.'),
  nearest: z.string().nullable().describe('The nearest known name or value, of a misspelt one.'),
  message: z.string().describe('All of it as a sentence, with what to do.'),
});

/** An earlier lead of the same sender. */
export const earlierLeadSchema = z.object({
  id: z.string(),
  lead: z.string().describe('Typed id, such as lead/42.'),
  recordedAt: z.string().meta({ format: 'date-time' }).describe('When it was stored.'),
});

/** The answer to a flat lead. */
export const leadAnswerSchema = z.object({
  verdict: z
    .enum(['accepted', 'duplicate', 'refused'])
    .describe('duplicate: the same lead was stored before; nothing has changed.'),
  id: z.string().nullable().describe("The sender's own id, or the one that was made for it."),
  lead: z.string().nullable().describe('Typed id, such as lead/42.'),
  earlier: earlierLeadSchema
    .nullable()
    .describe('Which earlier lead of the same sender it repeats, or contradicts; null where there is none.'),
  issues: z.array(fieldIssueSchema).describe('Why it was refused; empty otherwise.'),
  hints: z.array(fieldIssueSchema).describe('What was taken and could be better.'),
  message: z.string().describe('All of it in a sentence.'),
});
