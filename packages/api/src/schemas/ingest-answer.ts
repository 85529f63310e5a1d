import { z } from 'zod';

/** One thing that is wrong with an item. */
export const itemIssueSchema = z.object({
  code: z
    .string()
    .describe('What is wrong; `conflict`: stored before with other content; `erased`: the subject was erased.'),
  pointer: z.string().describe('JSON pointer into the item; the empty text is the item itself.'),
  found: z.string().describe('What is there, shortened; personal values are not repeated.'),
  expected: z.string().describe('What should be there.'),
  nearest: z.string().nullable().describe('The nearest known name or value, of a misspelt one.'),
  message: z.string().describe('All of it as a sentence, with what to do.'),
});

/** What became of one item of a request. */
export const itemVerdictSchema = z.object({
  index: z.int().min(0).describe('Place in the request, from 0.'),
  verdict: z
    .enum(['accepted', 'duplicate', 'quarantined'])
    .describe('duplicate: stored before with the same content. quarantined: not taken, kept for a look.'),
  source: z.string().nullable().describe('As far as it could be read.'),
  id: z.string().nullable().describe('As far as it could be read.'),
  subject: z.string().nullable().describe('As far as it could be read.'),
  issues: z.array(itemIssueSchema).describe('Why it is in quarantine; empty otherwise.'),
});

/** The answer to events. */
export const ingestAnswerSchema = z.object({
  received: z.int().min(0).describe('Items of the request: accepted, duplicates and quarantined together.'),
  accepted: z.int().min(0),
  duplicates: z.int().min(0),
  quarantined: z.int().min(0),
  import: z
    .string()
    .nullable()
    .describe('The import that the events were stored with, to take them back by; null where no event was new.'),
  items: z.array(itemVerdictSchema).describe('One for each item, in their order.'),
});
