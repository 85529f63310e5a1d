import { z } from 'zod';
import { measure } from '../wire/numbers.ts';
import { line, name } from '../wire/text.ts';
import { byField, noteField } from './common-fields.ts';
import { dataOf } from './data-of.ts';

/** A qualifying question was answered. */
export const leadAnswered = dataOf({
  question: name().describe('Id of the question in the agreement.'),
  answer: z
    .union([line(), measure(), z.boolean(), z.null()])
    .describe('The answer, by its id in the agreement; null takes it back.'),
  by: byField,
  note: noteField,
}).describe('A qualifying question was answered.');
