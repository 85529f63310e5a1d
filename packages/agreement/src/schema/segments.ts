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

/** Leads that belong to one team of several, such as a region. The first that matches. */
export const territory = z.strictObject({
  ...meaning,
  id: identifier().describe('Its name.'),
  when: condition.describe('Which leads.'),
  team: identifier().describe('The team that its leads belong to.'),
});

/** Leads that live by their own variant of the agreement. The first that matches, fixed at the hand-off. */
export const segment = z.strictObject({
  ...meaning,
  id: identifier().describe('Its name.'),
  when: condition.describe('Which leads.'),
});
