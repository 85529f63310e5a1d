import { z } from 'zod';
import { field } from '../wire/field.ts';
import { instant } from '../wire/instant.ts';
import { personal } from '../wire/marks.ts';
import { subjectText } from '../wire/subject-text.ts';
import { line, name } from '../wire/text.ts';

/** What a next step says. */
export const taskShape = {
  task: field(subjectText('task').nullish(), {
    means: 'Which step it is, when there can be several.',
    unit: 'task/ and an id',
    example: 'task/offer-1042',
    entered: 'the system',
  }),
  what: field(personal(line()).nullish(), {
    means: 'What is to be done.',
    example: 'Send the offer for 250 seats.',
    entered: 'a rep',
  }),
  due: field(instant().nullish(), {
    means: 'By when it is to be done.',
    unit: 'RFC 3339 with time zone',
    example: '2026-10-09T12:00:00+02:00',
    entered: 'a rep',
  }),
  status: field(z.enum(['open', 'done', 'canceled']), {
    means: 'Where the step stands.',
    example: 'open',
    entered: 'a rep',
  }),
  owner: field(name().nullish(), {
    means: 'Who does it: the id of a rep.',
    example: 'rep-7',
    entered: 'a rep',
  }),
};

/** The next step with a lead, deal, contact or company. */
export const task = z.strictObject(taskShape).describe('The next step with a lead, deal, contact or company.');

/** The next step with a lead, deal, contact or company. */
export type Task = z.infer<typeof task>;
