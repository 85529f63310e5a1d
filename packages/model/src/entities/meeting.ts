import { z } from 'zod';
import { field } from '../wire/field.ts';
import { instant } from '../wire/instant.ts';
import { subjectText } from '../wire/subject-text.ts';
import { name } from '../wire/text.ts';

/** What a meeting with a lead says. */
export const meetingShape = {
  meeting: field(subjectText('meeting').nullish(), {
    means: 'Which meeting it is, when there can be several.',
    unit: 'meeting/ and an id',
    example: 'meeting/demo-1042',
    entered: 'the system',
  }),
  status: field(z.enum(['scheduled', 'rescheduled', 'completed', 'no_show', 'canceled']), {
    means: 'What became of the meeting.',
    example: 'scheduled',
    entered: 'a rep',
  }),
  startsAt: field(instant().nullish(), {
    means: 'When the meeting starts, or started.',
    unit: 'RFC 3339 with time zone',
    example: '2026-10-06T14:00:00+02:00',
    entered: 'a rep',
  }),
  kind: field(name().nullish(), {
    means: 'Kind of meeting, in the words of the agreement, such as discovery or demo.',
    example: 'demo',
    entered: 'a rep',
  }),
  by: field(name().nullish(), {
    means: 'Who holds the meeting: the id of a rep.',
    example: 'rep-7',
    entered: 'a rep',
  }),
};

/** A meeting with a lead. */
export const meeting = z.strictObject(meetingShape).describe('A meeting with a lead.');

/** A meeting with a lead. */
export type Meeting = z.infer<typeof meeting>;
