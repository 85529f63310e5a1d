import { z } from 'zod';
import { instant } from '../wire/instant.ts';
import { line, name } from '../wire/text.ts';

/** What a person allowed or forbade us, for one purpose. */
export const consentShape = {
  purpose: name().describe('What for, such as newsletter or sales_contact.'),
  channel: name().nullish().describe('By which channel, such as email or phone; absent or null for all.'),
  status: z.enum(['granted', 'denied', 'withdrawn']).describe('What the person said.'),
  ground: z
    .enum(['consent', 'contract', 'legal_obligation', 'vital_interests', 'public_task', 'legitimate_interests'])
    .nullish()
    .describe('Legal ground, in the terms of GDPR article 6.'),
  proof: line().nullish().describe('Where the proof lies, such as the id of a double opt-in.'),
  at: instant().nullish().describe('When the person said it, if that is not the time of the event.'),
};

/** What a person allowed or forbade us, for one purpose. */
export const consent = z.strictObject(consentShape).describe('What a person allowed or forbade us, for one purpose.');

/** What a person allowed or forbade us, for one purpose. */
export type Consent = z.infer<typeof consent>;
