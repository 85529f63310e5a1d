import { z } from 'zod';
import { day } from '../wire/day.ts';
import { count } from '../wire/numbers.ts';
import { subjectText } from '../wire/subject-text.ts';
import { name } from '../wire/text.ts';
import { idsField } from './external-id.ts';
import { money } from './money.ts';

/** What `campaign.planned` says: the campaign is its subject. */
export const campaignFactsShape = {
  name: name().nullish().describe('The name that reports use, as in source.campaign.'),
  channel: name().nullish().describe('Channel that it runs on.'),
  startsOn: day().nullish().describe('First day.'),
  endsOn: day().nullish().describe('Last day.'),
  budget: money.nullish().describe('What it may cost.'),
  expectedLeads: count().nullish().describe('How many leads should arrive.'),
  expectedQualified: count().nullish().describe('How many of them should qualify.'),
};

/** Something that marketing does to win leads. */
export const campaign = z
  .strictObject({ id: subjectText('campaign').describe('Typed id.'), ...campaignFactsShape, ids: idsField })
  .describe('Something that marketing does to win leads.');

/** Something that marketing does to win leads. */
export type Campaign = z.infer<typeof campaign>;
