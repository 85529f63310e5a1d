import { z } from 'zod';
import { count } from '../wire/numbers.ts';
import { name } from '../wire/text.ts';

/** What an attempt says beside who and when. */
export const attemptShape = {
  channel: name().describe('How: call, email, message or another word of the agreement.'),
  direction: z.enum(['outbound', 'inbound']).describe('outbound when the rep reached out, inbound when the lead did.'),
  automated: z.boolean().describe('Whether a machine did it. An automated mail never keeps an SLA.'),
  connected: z.boolean().describe('Whether the lead was reached.'),
  outcome: name().nullish().describe('What came of it, from the words of the agreement.'),
  durationSeconds: count().nullish().describe('How long it took.'),
  by: name().nullish().describe('Who tried.'),
};

/** Something that a rep did towards the lead. */
export const attempt = z.strictObject(attemptShape).describe('Something that a rep did towards the lead.');

/** Something that a rep did towards the lead. */
export type Attempt = z.infer<typeof attempt>;
