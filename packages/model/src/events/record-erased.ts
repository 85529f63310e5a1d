import { name } from '../wire/text.ts';
import { byField } from './common-fields.ts';
import { dataOf } from './data-of.ts';

/** Personal data was removed. */
export const recordErased = dataOf({
  ground: name().describe('Legal ground, such as gdpr_17_1_b.'),
  by: byField,
}).describe('Personal data was removed.');
