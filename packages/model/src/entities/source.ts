import { z } from 'zod';
import { link } from '../wire/link.ts';
import { name } from '../wire/text.ts';

/** Who started it: the lead (inbound) or we (outbound). */
export const motion = z.enum(['inbound', 'outbound']);

/** Where a lead came from. `null` says that it is not known; the text `unknown` would be a channel of that name. */
export const source = z
  .strictObject({
    channel: name().nullish().describe('Kind of place that the lead came from, such as organic_search or partner.'),
    medium: name().nullish().describe('How it was carried, such as cpc, email or event.'),
    campaign: name().nullish().describe('The campaign by the name that reports use.'),
    landingPage: link().nullish().describe('First page that the lead saw.'),
    motion: motion.nullish().describe('inbound when the lead came to us, outbound when we went to the lead.'),
    referrer: link().nullish().describe('Page or person that sent the lead.'),
  })
  .describe('Where a lead came from.');

/** Where a lead came from. */
export type Source = z.infer<typeof source>;
