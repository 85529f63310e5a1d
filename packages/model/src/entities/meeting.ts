import { z } from 'zod';
import { instant } from '../wire/instant.ts';
import { subjectText } from '../wire/subject-text.ts';
import { name } from '../wire/text.ts';

/** What a meeting with a lead says. */
export const meetingShape = {
  meeting: subjectText('meeting').nullish().describe('Which meeting, when there can be several.'),
  status: z.enum(['scheduled', 'rescheduled', 'completed', 'no_show', 'canceled']).describe('What became of it.'),
  startsAt: instant().nullish().describe('When it starts, or started.'),
  kind: name().nullish().describe('Kind of meeting, such as discovery or demo.'),
  by: name().nullish().describe('Who holds it.'),
};

/** A meeting with a lead. */
export const meeting = z.strictObject(meetingShape).describe('A meeting with a lead.');

/** A meeting with a lead. */
export type Meeting = z.infer<typeof meeting>;
