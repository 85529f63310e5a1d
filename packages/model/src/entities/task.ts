import { z } from 'zod';
import { instant } from '../wire/instant.ts';
import { subjectText } from '../wire/subject-text.ts';
import { line, name } from '../wire/text.ts';

/** What a next step says. */
export const taskShape = {
  task: subjectText('task').nullish().describe('Which step, when there can be several.'),
  what: line().nullish().describe('What is to be done.'),
  due: instant().nullish().describe('By when.'),
  status: z.enum(['open', 'done', 'canceled']).describe('Where it stands.'),
  owner: name().nullish().describe('Who does it.'),
};

/** The next step with a lead, deal, contact or company. */
export const task = z.strictObject(taskShape).describe('The next step with a lead, deal, contact or company.');

/** The next step with a lead, deal, contact or company. */
export type Task = z.infer<typeof task>;
