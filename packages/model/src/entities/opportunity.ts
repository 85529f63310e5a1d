import { z } from 'zod';
import { exampleOf } from '../examples/example-of.ts';
import { limits } from '../vocabulary/limits.ts';
import { day } from '../wire/day.ts';
import { field } from '../wire/field.ts';
import { subjectText } from '../wire/subject-text.ts';
import { name } from '../wire/text.ts';
import { idsOf } from './external-id.ts';
import { money } from './money.ts';
import { productLine } from './product-line.ts';

/** What an event says of a deal. An explicit null clears a value, absence leaves it. */
export const opportunityFactsShape = {
  leads: field(z.array(subjectText('lead')).max(limits.listLength).optional(), {
    means: 'The leads that the deal came from: one, several, or none.',
    unit: `lead/ and an id, at most ${limits.listLength} entries`,
    example: ['lead/1042'],
    entered: 'the system',
  }),
  company: field(subjectText('company').nullish(), {
    means: 'The company that would buy.',
    unit: 'company/ and an id',
    example: 'company/acme',
    entered: 'a rep',
  }),
  owner: field(name().nullish(), {
    means: 'Rep who owns the deal.',
    example: 'rep-7',
    entered: 'sales',
  }),
  pipeline: field(name().nullish(), {
    means: 'Pipeline of the agreement that the deal runs through.',
    example: 'new',
    entered: 'a rep',
  }),
  kind: field(z.enum(['new', 'expansion', 'renewal']).nullish(), {
    means: 'What the deal is: a first sale, more for a customer, or the same once again.',
    example: 'new',
    entered: 'a rep',
  }),
  amount: field(money.nullish(), {
    means: 'Value of the deal.',
    example: { amountMinor: 4_800_000, currency: 'EUR' },
    entered: 'a rep',
  }),
  closeDate: field(day().nullish(), {
    means: 'Day on which the deal should close, or did.',
    unit: 'YYYY-MM-DD',
    example: '2026-11-10',
    entered: 'a rep',
  }),
  stage: field(name().nullish(), {
    means: 'Stage of the pipeline that the deal is in.',
    example: 'discovery',
    entered: 'a rep',
  }),
  forecastCategory: field(name().nullish(), {
    means: 'How sure the owner is that it will be won, such as commit or best_case.',
    example: 'best_case',
    entered: 'a rep',
  }),
  reason: field(name().nullish(), {
    means: 'Why it was won or lost, in the words of the agreement; only on an event that says so.',
    example: 'best_fit',
    entered: 'a rep',
  }),
  competitor: field(name().nullish(), {
    means: 'Who else was in the race, or won it.',
    example: 'globex',
    entered: 'a rep',
  }),
};

/** A deal. */
export const opportunity = z
  .strictObject({
    id: field(subjectText('opportunity'), {
      means: 'Typed id of the deal.',
      unit: 'opportunity/ and an id',
      example: 'opportunity/77',
      entered: 'the system',
    }),
    name: field(name().nullish(), {
      means: 'Name of the deal on screen.',
      example: 'Acme: analytics for 250 seats',
      entered: 'a rep',
    }),
    ...opportunityFactsShape,
    lines: field(z.array(productLine).max(limits.listLength).optional(), {
      means: 'What is sold, line by line.',
      unit: `at most ${limits.listLength} entries`,
      example: [exampleOf(productLine)],
      entered: 'a rep',
    }),
    ids: idsOf('salesforce', 'opportunity', '006-9912'),
  })
  .describe('A deal; it may come from one lead, from several, or from none.');

/** A deal. */
export type Opportunity = z.infer<typeof opportunity>;
