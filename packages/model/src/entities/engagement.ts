import { z } from 'zod';
import { field } from '../wire/field.ts';
import { link } from '../wire/link.ts';
import { name } from '../wire/text.ts';

/** What an engagement says beside who and when. */
export const engagementShape = {
  activity: field(name(), {
    means: 'What the lead did, in the words of the agreement, such as demo_request.',
    example: 'demo_request',
    entered: 'the sender',
  }),
  campaign: field(name().nullish(), {
    means: 'Campaign that it answers, by the name that reports use.',
    example: 'autumn_launch',
    entered: 'marketing',
  }),
  channel: field(name().nullish(), {
    means: 'Where it happened, such as website or email.',
    example: 'website',
    entered: 'the sender',
  }),
  content: field(name().nullish(), {
    means: 'The piece of content that it was about, by its id.',
    example: 'roi-guide',
    entered: 'marketing',
  }),
  page: field(link().nullish(), {
    means: 'The page on which it happened.',
    unit: 'address of a page',
    example: 'https://www.example.com/demo',
    entered: 'the system',
  }),
};

/** Something that the lead did: opened, visited, replied, asked for a demo. */
export const engagement = z.strictObject(engagementShape).describe('Something that the lead did.');

/** Something that the lead did. */
export type Engagement = z.infer<typeof engagement>;
