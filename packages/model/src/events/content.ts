import { field, fieldAgain } from '../wire/field.ts';
import { integer } from '../wire/numbers.ts';
import { subjectText } from '../wire/subject-text.ts';
import { line, name } from '../wire/text.ts';
import { byField, noteField } from './common-fields.ts';
import { dataOf } from './data-of.ts';

const whereShape = {
  lead: field(subjectText('lead').nullish(), {
    means: 'The lead that the material was for.',
    unit: 'lead/ and an id',
    example: 'lead/1042',
    entered: 'a rep',
  }),
  opportunity: field(subjectText('opportunity').nullish(), {
    means: 'The deal that the material was for.',
    unit: 'opportunity/ and an id',
    example: 'opportunity/77',
    entered: 'a rep',
  }),
  by: byField,
};

/** Sales used a piece of marketing's material. */
export const contentUsed = dataOf({
  ...whereShape,
  channel: field(name().nullish(), {
    means: 'How the material reached the lead, such as email or meeting.',
    example: 'email',
    entered: 'a rep',
  }),
}).describe("Sales used a piece of marketing's material.");

/** Sales rated a piece of marketing's material. */
export const contentRated = dataOf({
  ...whereShape,
  rating: field(integer(1, 5), {
    means: 'How useful the material was: 1 for useless, 5 for very useful.',
    unit: 'points',
    example: 4,
    entered: 'a rep',
  }),
  note: fieldAgain(noteField, { example: 'The figures convinced her; the pictures are old.' }),
}).describe("Sales rated a piece of marketing's material.");

/** Sales asked marketing for material. */
export const contentRequested = dataOf({
  ...whereShape,
  title: field(line(), {
    means: 'What material is missing.',
    example: 'Case study of a manufacturer with 400 people',
    entered: 'a rep',
  }),
  note: fieldAgain(noteField, { example: 'Three leads asked for it this month.' }),
}).describe('Sales asked marketing for material.');
