import { z } from 'zod';
import { field } from '../wire/field.ts';
import { link } from '../wire/link.ts';
import { name } from '../wire/text.ts';

/** Who started it: the lead (inbound) or we (outbound). */
export const motion = z.enum(['inbound', 'outbound']);

/** Where a lead came from. `null` says that it is not known; the text `unknown` would be a channel of that name. */
export const source = z
  .strictObject({
    channel: field(name().nullish(), {
      means: 'Kind of place that the lead came from, such as organic_search or partner.',
      example: 'paid_search',
      entered: 'marketing',
    }),
    medium: field(name().nullish(), {
      means: 'How the lead was carried here, such as cpc, email or event.',
      example: 'cpc',
      entered: 'marketing',
    }),
    campaign: field(name().nullish(), {
      means: 'The campaign, by the name that reports use.',
      example: 'autumn_launch',
      entered: 'marketing',
    }),
    landingPage: field(link().nullish(), {
      means: 'First page that the lead saw.',
      unit: 'address of a page',
      example: 'https://www.example.com/demo',
      entered: 'the system',
    }),
    motion: field(motion.nullish(), {
      means: 'Who started it: inbound when the lead came to us, outbound when we went to the lead.',
      example: 'inbound',
      entered: 'the sender',
    }),
    referrer: field(link().nullish(), {
      means: 'Page or partner that sent the lead.',
      unit: 'address of a page, or an id',
      example: 'https://www.search.example/results',
      entered: 'the system',
    }),
  })
  .describe('Where a lead came from.');

/** Where a lead came from. */
export type Source = z.infer<typeof source>;
