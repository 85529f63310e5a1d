import { z } from 'zod';
import { type ConditionField, type Field, modelFields } from '../vocabulary/fields.ts';
import { formUnion } from './form-union.ts';

const known = z.enum(modelFields);

const attribute = z.string().regex(/^lead\.attributes\.[^\s.][^.]{0,199}$/, {
  error: 'an attribute of the lead, such as lead.attributes.budget',
});

const answer = z
  .string()
  .regex(/^answers\.[A-Za-z][A-Za-z0-9_-]{0,63}$/, { error: 'the answer to a question, such as answers.timeline' });

function startsWith(value: unknown, start: string): boolean {
  return typeof value === 'string' && value.startsWith(start);
}

/** The address of a field that a condition can read. */
export function conditionField(): z.ZodType<ConditionField, ConditionField> {
  return formUnion([known, attribute], (value) => (startsWith(value, 'lead.attributes.') ? 1 : 0)) as never;
}

/** The address of a field that somebody enters, answers included. */
export function field(): z.ZodType<Field, Field> {
  return formUnion([known, attribute, answer], (value) => {
    if (startsWith(value, 'answers.')) return 2;
    return startsWith(value, 'lead.attributes.') ? 1 : 0;
  }) as never;
}
