import { engagementShape } from '../entities/engagement.ts';
import { name } from '../wire/text.ts';
import { noteField } from './common-fields.ts';
import { dataOf } from './data-of.ts';

/** The lead did something. */
export const leadEngaged = dataOf(engagementShape).describe('The lead did something.');

/** The lead answered something that we sent. */
export const leadReplied = dataOf({
  ...engagementShape,
  activity: name().nullish().describe('What it replied to, from the words of the agreement.'),
  note: noteField,
}).describe('The lead answered something that we sent.');
