import { engagementShape } from '../entities/engagement.ts';
import { field, fieldAgain } from '../wire/field.ts';
import { name } from '../wire/text.ts';
import { noteField } from './common-fields.ts';
import { dataOf } from './data-of.ts';

/** The lead did something. */
export const leadEngaged = dataOf(engagementShape).describe('The lead did something.');

/** The lead answered something that we sent. */
export const leadReplied = dataOf({
  ...engagementShape,
  activity: field(name().nullish(), {
    means: 'What the lead replied to, in the words of the agreement.',
    example: 'follow_up_mail',
    entered: 'the system',
  }),
  channel: fieldAgain(engagementShape.channel, { means: 'Where the lead replied, such as email.', example: 'email' }),
  note: fieldAgain(noteField, { example: 'Ann asks for a date next week.' }),
}).describe('The lead answered something that we sent.');
