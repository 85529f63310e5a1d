import { integer } from '../wire/numbers.ts';
import { subjectText } from '../wire/subject-text.ts';
import { line, name } from '../wire/text.ts';
import { byField, noteField } from './common-fields.ts';
import { dataOf } from './data-of.ts';

const whereShape = {
  lead: subjectText('lead').nullish().describe('The lead that it was for.'),
  opportunity: subjectText('opportunity').nullish().describe('The deal that it was for.'),
  by: byField,
};

/** Sales used a piece of marketing's material. */
export const contentUsed = dataOf({
  ...whereShape,
  channel: name().nullish().describe('How it reached the lead.'),
}).describe("Sales used a piece of marketing's material.");

/** Sales rated a piece of marketing's material. */
export const contentRated = dataOf({
  ...whereShape,
  rating: integer(1, 5).describe('1 for useless, 5 for very useful.'),
  note: noteField,
}).describe("Sales rated a piece of marketing's material.");

/** Sales asked marketing for material. */
export const contentRequested = dataOf({
  ...whereShape,
  title: line().describe('What is missing.'),
  note: noteField,
}).describe('Sales asked marketing for material.');
