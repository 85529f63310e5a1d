import { eventTypes } from '@sameteam/model';
import { z } from 'zod';
import type { Condition, ConditionInput } from '../condition/condition.ts';
import { companyStates, consentStatuses, grades, meetingStatuses } from '../vocabulary/states.ts';
import { elapsed } from './duration.ts';
import { conditionField } from './field.ts';
import { byKeys, formUnion } from './form-union.ts';
import { identifier, valueText } from './identifier.ts';
import { oneOrMany } from './one-or-many.ts';
import { points } from './points.ts';

const operators = ['is', 'in', 'between', 'atLeast', 'atMost', 'inList', 'exists'] as const;

const value = formUnion([valueText(), z.number(), z.boolean()], (found) => {
  const index = ['string', 'number', 'boolean'].indexOf(typeof found);
  return Math.max(0, index);
});

const fieldForm = z
  .strictObject({
    field: conditionField().describe('What is asked of.'),
    is: value.exactOptional().describe('Equal, of the same type; upper and lower case differ.'),
    in: z.array(value).min(1).exactOptional().describe('Equal to one of these.'),
    between: z
      .tuple([z.number(), z.number()])
      .exactOptional()
      .describe('A number from the first to the second, both included.'),
    atLeast: z.number().exactOptional().describe('This number or more.'),
    atMost: z.number().exactOptional().describe('This number or less.'),
    inList: identifier().exactOptional().describe('On a list that is declared under `lists`.'),
    exists: z.boolean().exactOptional().describe('true: has a value; false: has none.'),
  })
  .refine((form) => operators.filter((operator) => form[operator] !== undefined).length === 1, {
    error: `a field with exactly one of ${operators.join(', ')}`,
  })
  .meta({ minProperties: 2, maxProperties: 2 });

const engagement = z
  .strictObject({
    atLeast: points().exactOptional().describe('Points of engagement. Stands alone.'),
    activity: oneOrMany(valueText()).exactOptional().describe('What the lead did; anything when absent.'),
    count: z.int().min(1).exactOptional().describe('How often at least; once when absent.'),
    within: elapsed().exactOptional().describe('Counted back from now; ever when absent.'),
  })
  .refine((test) => test.atLeast === undefined || Object.keys(test).length === 1, {
    error: 'either atLeast (points) alone, or activity, count and within',
  })
  .meta({ dependentSchemas: { atLeast: { maxProperties: 1 } } })
  .transform((test) => (test.atLeast === undefined ? { ...test, count: test.count ?? 1 } : test));

const answer = z
  .record(identifier(), oneOrMany(valueText()))
  .refine((answers) => Object.keys(answers).length > 0, { error: 'at least one question with its answers' })
  .meta({ minProperties: 1 });

const consent = z.strictObject({
  purpose: valueText().exactOptional().describe('For this purpose; any when absent.'),
  channel: valueText().exactOptional().describe('By this channel; any when absent.'),
  status: z.enum(consentStatuses).default('granted').describe('What the person said.'),
});

const wholeDays = z.int().min(0).max(36_500);
const daysSince = z
  .strictObject({
    event: z.enum(eventTypes).describe('The last event of this type.'),
    atLeast: wholeDays.exactOptional().describe('This many whole days of 24 hours ago, or more.'),
    atMost: wholeDays.exactOptional().describe('This many whole days of 24 hours ago, or fewer.'),
  })
  .refine((test) => test.atLeast !== undefined || test.atMost !== undefined, {
    error: 'an event with at least one of atLeast and atMost',
  })
  .meta({ anyOf: [{ required: ['atLeast'] }, { required: ['atMost'] }] });

const nested: z.ZodType<Condition, ConditionInput> = z.lazy(() => condition);

const forms = [
  z.strictObject({ all: z.array(nested).min(1).describe('Every one of these holds.') }),
  z.strictObject({ any: z.array(nested).min(1).describe('At least one of these holds.') }),
  z.strictObject({ not: nested.describe('This does not hold.') }),
  fieldForm,
  z.strictObject({ grade: oneOrMany(z.enum(grades)).describe('How well it fits the profile.') }),
  z.strictObject({ readiness: oneOrMany(identifier()).describe('How ready to buy.') }),
  z.strictObject({ segment: oneOrMany(identifier()).describe('The segment that it belongs to.') }),
  z.strictObject({ engagement: engagement.describe('What the lead did.') }),
  z.strictObject({ answer: answer.describe('Every one of these questions was answered with one of its values.') }),
  z.strictObject({ consent: consent.describe('What the person allowed.') }),
  z.strictObject({ company: oneOrMany(z.enum(companyStates)).describe('What the company is to us.') }),
  z.strictObject({ daysSince: daysSince.describe('Days since something last happened.') }),
  z.strictObject({ meeting: oneOrMany(z.enum(meetingStatuses)).describe('A meeting of the lead is in this state.') }),
  z.strictObject({}).describe('Always.'),
] as const;

/** The schema of a condition; every other place of the document refers to this one. */
export const condition: z.ZodType<Condition, ConditionInput> = formUnion(forms, byKeys(forms)).meta({
  id: 'Condition',
  description: 'A question to a lead. Each object asks one thing; {} always holds.',
}) as never;
