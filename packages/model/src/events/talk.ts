import { z } from 'zod';
import { exampleOf } from '../examples/example-of.ts';
import { limits } from '../vocabulary/limits.ts';
import { day } from '../wire/day.ts';
import { field, fieldAgain } from '../wire/field.ts';
import { personal } from '../wire/marks.ts';
import { subjectText } from '../wire/subject-text.ts';
import { line, name, note } from '../wire/text.ts';
import { byField, noteField } from './common-fields.ts';
import { dataOf } from './data-of.ts';
import { talkTopic } from './talk-topic.ts';

const aboutField = field(talkTopic.nullish(), {
  means: 'What it is about, by address: clause, metric, record or period.',
  example: exampleOf(talkTopic),
  entered: 'both teams',
});

/** One team contests a number or a decision. */
export const disputeOpened = dataOf({
  about: field(talkTopic, {
    means: 'What is contested, by address: clause, metric, record or period.',
    example: exampleOf(talkTopic),
    entered: 'both teams',
  }),
  team: field(name().nullish(), {
    means: 'Team that contests.',
    example: 'sales',
    entered: 'both teams',
  }),
  statement: field(personal(note()), {
    means: 'What the team says.',
    unit: 'free text',
    example: 'The lead was assigned at night; the clock should have started in the morning.',
    entered: 'both teams',
  }),
  by: byField,
}).describe('One team contests a number or a decision.');

/** A dispute came to an end. */
export const disputeResolved = dataOf({
  outcome: field(name(), {
    means: 'How the dispute ended, such as upheld or dismissed.',
    example: 'upheld',
    entered: 'both teams',
  }),
  note: fieldAgain(noteField, { example: 'The calendar of the rep lacked the public holiday.' }),
  by: fieldAgain(byField, { example: 'rep-5' }),
}).describe('A dispute came to an end.');

/** The teams met. */
export const meetingHeld = dataOf({
  topic: field(personal(line()).nullish(), {
    means: 'What the meeting was about.',
    unit: 'one line of text',
    example: 'Weekly review of hot leads',
    entered: 'both teams',
  }),
  about: aboutField,
  attendees: field(z.array(name()).max(limits.listLength).optional(), {
    means: 'Ids of the reps who were there.',
    unit: `at most ${limits.listLength} entries`,
    example: ['rep-1', 'rep-7'],
    entered: 'both teams',
  }),
  note: fieldAgain(noteField, { example: 'First attempts are late on Mondays.' }),
  by: fieldAgain(byField, { example: 'rep-1' }),
}).describe('The teams met.');

/** The teams agreed on something to do. */
export const actionAgreed = dataOf({
  what: field(personal(line()), {
    means: 'What is to be done.',
    unit: 'one line of text',
    example: 'Add a stand-in for each rep to the roster.',
    entered: 'both teams',
  }),
  owner: field(name(), {
    means: 'Who does it: the id of a rep.',
    example: 'rep-5',
    entered: 'both teams',
  }),
  due: field(day().nullish(), {
    means: 'Last day on which it should be done.',
    unit: 'YYYY-MM-DD',
    example: '2026-10-23',
    entered: 'both teams',
  }),
  about: aboutField,
  meeting: field(subjectText('meeting').nullish(), {
    means: 'Meeting in which it was agreed.',
    unit: 'meeting/ and an id',
    example: 'meeting/review-2026-10-09',
    entered: 'both teams',
  }),
  dispute: field(subjectText('dispute').nullish(), {
    means: 'Dispute that it answers.',
    unit: 'dispute/ and an id',
    example: 'dispute/12',
    entered: 'both teams',
  }),
  by: fieldAgain(byField, { example: 'rep-1' }),
}).describe('The teams agreed on something to do.');

/** Somebody wrote a note. */
export const noteAdded = dataOf({
  text: field(personal(note()), {
    means: 'The note as it was written.',
    unit: 'free text',
    example: 'Ann prefers to be called in the morning.',
    entered: 'a rep',
  }),
  about: fieldAgain(aboutField, { means: 'What the note is about, beside the subject of the event.' }),
  by: byField,
}).describe('Somebody wrote a note.');
