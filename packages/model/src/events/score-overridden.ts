import { judgementShape } from '../entities/judgement.ts';
import { name } from '../wire/text.ts';
import { byField, noteField } from './common-fields.ts';
import { dataOf } from './data-of.ts';

/** A person judged a lead otherwise than the score. */
export const scoreOverridden = dataOf({
  ...judgementShape,
  reason: name().describe('Why, from the words of the agreement.'),
  note: noteField,
  by: byField,
}).describe("A person's judgement, beside the computed score, never instead of it.");
