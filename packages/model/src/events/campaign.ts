import { z } from 'zod';
import { campaignFactsShape } from '../entities/campaign.ts';
import { money } from '../entities/money.ts';
import { day } from '../wire/day.ts';
import { subjectText } from '../wire/subject-text.ts';
import { name } from '../wire/text.ts';
import { byField } from './common-fields.ts';
import { dataOf } from './data-of.ts';

/** A campaign was planned, or its plan changed. */
export const campaignPlanned = dataOf({ ...campaignFactsShape, by: byField }).describe(
  'A campaign was planned, or its plan changed.',
);

/** Money was spent on a campaign. */
export const campaignSpent = dataOf({
  cost: money.describe('What was spent.'),
  from: day().describe('First day of the period that it was spent for.'),
  to: day().describe('Last day of the period, included.'),
  by: byField,
}).describe('Money was spent on a campaign.');

/** Somebody became a member of a campaign, or changed their status in it. */
export const campaignMemberChanged = dataOf({
  member: subjectText('lead', 'contact').describe('Who.'),
  status: name().nullable().describe('Status in the campaign, such as sent or attended; null when no member any more.'),
  responded: z.boolean().optional().describe('Whether the status counts as a response.'),
  by: byField,
}).describe('Somebody became a member of a campaign, or changed their status in it.');
