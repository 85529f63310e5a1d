import { z } from 'zod';
import { field } from '../wire/field.ts';
import { instant } from '../wire/instant.ts';
import { personal } from '../wire/marks.ts';
import { line } from '../wire/text.ts';

/** What the team that passes a lead on wants to happen. */
export const followUp = z
  .strictObject({
    what: field(personal(line()), {
      means: 'What should happen.',
      example: 'Call about the demo that she asked for.',
      entered: 'marketing',
    }),
    due: field(instant().nullish(), {
      means: 'By when it should happen.',
      unit: 'RFC 3339 with time zone',
      example: '2026-10-02T17:30:00+02:00',
      entered: 'marketing',
    }),
  })
  .describe('What the team that passes a lead on wants to happen.');

/** What the team that passes a lead on wants to happen. */
export type FollowUp = z.infer<typeof followUp>;
