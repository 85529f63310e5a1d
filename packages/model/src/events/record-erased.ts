import { field, fieldAgain } from '../wire/field.ts';
import { name } from '../wire/text.ts';
import { byField } from './common-fields.ts';
import { dataOf } from './data-of.ts';

/** Personal data was removed. */
export const recordErased = dataOf({
  ground: field(name(), {
    means: 'Legal ground of the erasure, such as gdpr_17_1_b.',
    example: 'gdpr_17_1_b',
    entered: 'revenue operations',
  }),
  by: fieldAgain(byField, { example: 'rep-5' }),
}).describe('Personal data was removed.');
