import { z } from 'zod';
import { campaignFactsShape } from '../entities/campaign.ts';
import { money } from '../entities/money.ts';
import { day } from '../wire/day.ts';
import { field, fieldAgain } from '../wire/field.ts';
import { subjectText } from '../wire/subject-text.ts';
import { name } from '../wire/text.ts';
import { byField } from './common-fields.ts';
import { dataOf } from './data-of.ts';

/** A campaign was planned, or its plan changed. */
export const campaignPlanned = dataOf({
  ...campaignFactsShape,
  by: fieldAgain(byField, { example: 'rep-1' }),
}).describe('A campaign was planned, or its plan changed.');

/** Money was spent on a campaign. */
export const campaignSpent = dataOf({
  cost: field(money, {
    means: 'What was spent on the campaign in the period.',
    example: { amountMinor: 612_450, currency: 'EUR' },
    entered: 'marketing',
  }),
  from: field(day(), {
    means: 'First day of the period that the money was spent for.',
    unit: 'YYYY-MM-DD',
    example: '2026-10-01',
    entered: 'marketing',
  }),
  to: field(day(), {
    means: 'Last day of the period, included.',
    unit: 'YYYY-MM-DD',
    example: '2026-10-31',
    entered: 'marketing',
  }),
  by: fieldAgain(byField, { example: 'ads' }),
}).describe('Money was spent on a campaign.');

/** Somebody became a member of a campaign, or changed their status in it. */
export const campaignMemberChanged = dataOf({
  member: field(subjectText('lead', 'contact'), {
    means: 'Who became a member, or changed.',
    unit: 'lead/ or contact/ and an id',
    example: 'lead/1042',
    entered: 'the system',
  }),
  status: field(name().nullable(), {
    means: 'Status in the campaign, such as sent or attended; null when no member any more.',
    example: 'attended',
    entered: 'marketing',
  }),
  responded: field(z.boolean().optional(), {
    means: 'Whether the status counts as a response.',
    example: true,
    entered: 'marketing',
  }),
  by: fieldAgain(byField, { example: 'hubspot' }),
}).describe('Somebody became a member of a campaign, or changed their status in it.');
