import { name } from '../wire/text.ts';
import { byField } from './common-fields.ts';
import { dataOf } from './data-of.ts';

const nurtureShape = {
  program: name().describe('The nurture program.'),
  reason: name().nullish().describe('Why, from the words of the agreement.'),
  by: byField,
};

/** The lead entered a nurture program. */
export const nurtureEntered = dataOf(nurtureShape).describe('The lead entered a nurture program.');

/** The lead left a nurture program. */
export const nurtureLeft = dataOf(nurtureShape).describe('The lead left a nurture program.');
