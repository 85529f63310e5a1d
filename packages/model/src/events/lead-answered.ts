import { z } from 'zod';
import { field, fieldAgain } from '../wire/field.ts';
import { measure } from '../wire/numbers.ts';
import { line, name } from '../wire/text.ts';
import { byField, noteField } from './common-fields.ts';
import { dataOf } from './data-of.ts';

/** A qualifying question was answered. */
export const leadAnswered = dataOf({
  question: field(name(), {
    means: 'Id of the question in the agreement.',
    example: 'timeline',
    entered: 'a rep',
  }),
  answer: field(z.union([line(), measure(), z.boolean(), z.null()]), {
    means: 'The answer, by its id in the agreement; null takes it back.',
    example: 'under_3_months',
    entered: 'the lead',
  }),
  by: fieldAgain(byField, { means: 'Who asked: the id of a rep, or the name of a form or system.', example: 'rep-3' }),
  note: noteField,
}).describe('A qualifying question was answered.');
