import { rosterFactsShape } from '../entities/roster-person.ts';
import { fieldAgain } from '../wire/field.ts';
import { byField } from './common-fields.ts';
import { dataOf } from './data-of.ts';

/** Who works where changed. */
export const rosterChanged = dataOf({ ...rosterFactsShape, by: fieldAgain(byField, { example: 'rep-5' }) }).describe(
  'Who works where, from, until, capacity, away.',
);
