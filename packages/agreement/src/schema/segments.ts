import { z } from 'zod';
import { condition } from './condition.ts';
import { identifier, meaning } from './identifier.ts';

/** Leads that count nowhere. Applied before anything else. */
export const exclusion = z.strictObject({
  ...meaning,
  id: identifier().describe('Its name.'),
  when: condition.describe('Which leads.'),
  // biome-ignore lint/suspicious/noThenProperty: the word of the document; it is data and never awaited
  then: z.enum(['disqualify']).exactOptional().describe('What is done with them, beside not counting them.'),
});

/** Leads that live by their own variant of the agreement. The first that matches, fixed at the hand-off. */
export const segment = z.strictObject({
  ...meaning,
  id: identifier().describe('Its name.'),
  when: condition.describe('Which leads.'),
});
