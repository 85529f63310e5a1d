import { z } from 'zod';
import { link } from '../wire/link.ts';
import { name } from '../wire/text.ts';

/** What an engagement says beside who and when. */
export const engagementShape = {
  activity: name().describe('What the lead did, from the words of the agreement, such as demo_request.'),
  campaign: name().nullish().describe('Campaign that it answers, by the name that reports use.'),
  channel: name().nullish().describe('Where it happened, such as website or email.'),
  content: name().nullish().describe('The piece of content.'),
  page: link().nullish().describe('The page.'),
};

/** Something that the lead did: opened, visited, replied, asked for a demo. */
export const engagement = z.strictObject(engagementShape).describe('Something that the lead did.');

/** Something that the lead did. */
export type Engagement = z.infer<typeof engagement>;
