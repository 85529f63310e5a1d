import { z } from 'zod';
import { instant } from '../wire/instant.ts';
import { line } from '../wire/text.ts';

/** What the team that passes a lead on wants to happen. */
export const followUp = z
  .strictObject({
    what: line().describe('What should happen.'),
    due: instant().nullish().describe('By when.'),
  })
  .describe('What the team that passes a lead on wants to happen.');

/** What the team that passes a lead on wants to happen. */
export type FollowUp = z.infer<typeof followUp>;
