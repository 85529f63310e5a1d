import { attemptShape } from '../entities/attempt.ts';
import { fieldAgain } from '../wire/field.ts';
import { noteField } from './common-fields.ts';
import { dataOf } from './data-of.ts';

/** A rep tried to reach the lead. */
export const leadAttempted = dataOf({
  ...attemptShape,
  note: fieldAgain(noteField, { example: 'Ann will bring her head of production to the demo.' }),
}).describe('A rep tried to reach the lead.');
