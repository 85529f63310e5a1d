import { z } from 'zod';
import { limits } from '../vocabulary/limits.ts';
import { day } from '../wire/day.ts';
import { subjectText } from '../wire/subject-text.ts';
import { name } from '../wire/text.ts';
import { idsField } from './external-id.ts';
import { money } from './money.ts';
import { productLine } from './product-line.ts';

/** What an event says of a deal. An explicit null clears a value, absence leaves it. */
export const opportunityFactsShape = {
  leads: z
    .array(subjectText('lead'))
    .max(limits.listLength)
    .optional()
    .describe('The leads that it came from: one, several, or none.'),
  company: subjectText('company').nullish().describe('Who would buy.'),
  owner: name().nullish().describe('Rep who owns the deal.'),
  pipeline: name().nullish().describe('Pipeline of the agreement.'),
  kind: z.enum(['new', 'expansion', 'renewal']).nullish().describe('First sale, more of it, or once again.'),
  amount: money.nullish().describe('Value of the deal.'),
  closeDate: day().nullish().describe('Day on which it should close, or did.'),
  stage: name().nullish().describe('Stage of the pipeline.'),
  forecastCategory: name().nullish().describe('How sure the owner is, such as commit or best_case.'),
  reason: name().nullish().describe('Why it was won or lost, from the words of the agreement.'),
  competitor: name().nullish().describe('Who else was in the race, or won it.'),
};

/** A deal. */
export const opportunity = z
  .strictObject({
    id: subjectText('opportunity').describe('Typed id.'),
    name: name().nullish().describe('Name of the deal.'),
    ...opportunityFactsShape,
    lines: z.array(productLine).max(limits.listLength).optional().describe('What is sold.'),
    ids: idsField,
  })
  .describe('A deal; it may come from one lead, from several, or from none.');

/** A deal. */
export type Opportunity = z.infer<typeof opportunity>;
