import type { Agreement } from '../agreement.ts';
import type { Condition } from '../condition/condition.ts';
import type { ConditionField, Field } from '../vocabulary/fields.ts';
import { allOf } from './combine-conditions.ts';

const answers = 'answers.';

/** That all of these fields have a value; that of a question is one of its answers. */
export function hasFields(agreement: Agreement, fields: readonly Field[]): Condition {
  return allOf(
    fields.map((field): Condition => {
      if (!field.startsWith(answers)) return { field: field as ConditionField, exists: true };
      const id = field.slice(answers.length);
      const question = agreement.questions.find((one) => one.id === id);
      return { answer: { [id]: Object.keys(question?.answers ?? {}) } };
    }),
  );
}
