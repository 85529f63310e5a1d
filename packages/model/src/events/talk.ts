import { z } from 'zod';
import { limits } from '../vocabulary/limits.ts';
import { day } from '../wire/day.ts';
import { personal } from '../wire/marks.ts';
import { subjectText } from '../wire/subject-text.ts';
import { line, name, note } from '../wire/text.ts';
import { byField, noteField } from './common-fields.ts';
import { dataOf } from './data-of.ts';

const about = z
  .strictObject({
    clause: name().nullish().describe('Clause of the agreement, such as sla.hot_first_attempt.'),
    metric: name().nullish().describe('Number, by the id of its metric.'),
    subject: subjectText('lead', 'contact', 'company', 'opportunity', 'campaign').nullish().describe('Record.'),
    from: day().nullish().describe('First day of the period.'),
    to: day().nullish().describe('Last day of the period, included.'),
  })
  .describe('What the talk is about.');

/** One team contests a number or a decision. */
export const disputeOpened = dataOf({
  about,
  team: name().nullish().describe('Team that contests.'),
  statement: personal(note()).describe('What it says. Personal.'),
  by: byField,
}).describe('One team contests a number or a decision.');

/** A dispute came to an end. */
export const disputeResolved = dataOf({
  outcome: name().describe('How it ended, such as upheld or dismissed.'),
  note: noteField,
  by: byField,
}).describe('A dispute came to an end.');

/** The teams met. */
export const meetingHeld = dataOf({
  topic: line().nullish().describe('What it was about.'),
  about: about.nullish().describe('What it was about, by address.'),
  attendees: z.array(name()).max(limits.listLength).optional().describe('Ids of the reps who were there.'),
  note: noteField,
  by: byField,
}).describe('The teams met.');

/** The teams agreed on something to do. */
export const actionAgreed = dataOf({
  what: line().describe('What is to be done.'),
  owner: name().describe('Who does it.'),
  due: day().nullish().describe('By which day.'),
  about: about.nullish().describe('What it is about.'),
  meeting: subjectText('meeting').nullish().describe('Meeting in which it was agreed.'),
  dispute: subjectText('dispute').nullish().describe('Dispute that it answers.'),
  by: byField,
}).describe('The teams agreed on something to do.');

/** Somebody wrote a note. */
export const noteAdded = dataOf({
  text: personal(note()).describe('The note. Personal.'),
  about: about.nullish().describe('What it is about, beside the subject.'),
  by: byField,
}).describe('Somebody wrote a note.');
