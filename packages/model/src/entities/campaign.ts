import { z } from 'zod';
import { day } from '../wire/day.ts';
import { field } from '../wire/field.ts';
import { count } from '../wire/numbers.ts';
import { subjectText } from '../wire/subject-text.ts';
import { name } from '../wire/text.ts';
import { idsOf } from './external-id.ts';
import { money } from './money.ts';

/** What `campaign.planned` says: the campaign is its subject. */
export const campaignFactsShape = {
  name: field(name().nullish(), {
    means: 'Name that reports use; the same text as in source.campaign of its leads.',
    example: 'autumn_launch',
    entered: 'marketing',
  }),
  channel: field(name().nullish(), {
    means: 'Channel that the campaign runs on, in the words of source.channel.',
    example: 'paid_search',
    entered: 'marketing',
  }),
  startsOn: field(day().nullish(), {
    means: 'First day of the campaign.',
    unit: 'YYYY-MM-DD',
    example: '2026-09-15',
    entered: 'marketing',
  }),
  endsOn: field(day().nullish(), {
    means: 'Last day of the campaign, included.',
    unit: 'YYYY-MM-DD',
    example: '2026-11-13',
    entered: 'marketing',
  }),
  budget: field(money.nullish(), {
    means: 'What the campaign may cost in all.',
    example: { amountMinor: 2_500_000, currency: 'EUR' },
    entered: 'marketing',
  }),
  expectedLeads: field(count().nullish(), {
    means: 'How many leads the campaign should bring.',
    unit: 'leads',
    example: 400,
    entered: 'marketing',
  }),
  expectedQualified: field(count().nullish(), {
    means: 'How many of those leads should qualify (MQL).',
    unit: 'leads',
    example: 120,
    entered: 'marketing',
  }),
};

/** Something that marketing does to win leads. */
export const campaign = z
  .strictObject({
    id: field(subjectText('campaign'), {
      means: 'Typed id of the campaign.',
      unit: 'campaign/ and an id',
      example: 'campaign/autumn-launch',
      entered: 'the system',
    }),
    ...campaignFactsShape,
    ids: idsOf('salesforce', 'campaign', '701-3345'),
  })
  .describe('Something that marketing does to win leads.');

/** Something that marketing does to win leads. */
export type Campaign = z.infer<typeof campaign>;
