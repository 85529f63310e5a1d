import { field, fieldAgain } from '../wire/field.ts';
import { name } from '../wire/text.ts';
import { byField } from './common-fields.ts';
import { dataOf } from './data-of.ts';

const nurtureShape = {
  program: field(name(), {
    means: 'The nurture program, by its id in the agreement.',
    example: 'warm_drip',
    entered: 'marketing',
  }),
  reason: field(name().nullish(), {
    means: 'Why, in the words of the agreement.',
    example: 'not_ready',
    entered: 'marketing',
  }),
  by: fieldAgain(byField, { example: 'rep-1' }),
};

/** The lead entered a nurture program. */
export const nurtureEntered = dataOf(nurtureShape).describe('The lead entered a nurture program.');

/** The lead left a nurture program. */
export const nurtureLeft = dataOf({
  ...nurtureShape,
  reason: fieldAgain(nurtureShape.reason, { example: 'became_hot' }),
}).describe('The lead left a nurture program.');
