import { judgementShape } from '../entities/judgement.ts';
import { field, fieldAgain } from '../wire/field.ts';
import { name } from '../wire/text.ts';
import { byField, noteField } from './common-fields.ts';
import { dataOf } from './data-of.ts';

/** A person judged a lead otherwise than the score. */
export const scoreOverridden = dataOf({
  readiness: fieldAgain(judgementShape.readiness, { example: 'hot', entered: 'a rep' }),
  grade: fieldAgain(judgementShape.grade, { example: 'A', entered: 'a rep' }),
  score: fieldAgain(judgementShape.score, { example: 90, entered: 'a rep' }),
  reason: field(name(), {
    means: 'Why the person judges otherwise, in the words of the agreement.',
    example: 'met_in_person',
    entered: 'a rep',
  }),
  note: fieldAgain(noteField, { example: 'Met Ann at the fair; the decision is hers.' }),
  by: byField,
}).describe("A person's judgement, beside the computed score, never instead of it.");
