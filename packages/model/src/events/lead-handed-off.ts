import { followUp } from '../entities/follow-up.ts';
import { exampleOf } from '../examples/example-of.ts';
import { field, fieldAgain } from '../wire/field.ts';
import { name } from '../wire/text.ts';
import { byField } from './common-fields.ts';
import { dataOf } from './data-of.ts';

/** One team passed the lead to another; opens a cycle. */
export const leadHandedOff = dataOf({
  from: field(name(), {
    means: 'Team that passes the lead on, by its name in the agreement.',
    example: 'marketing',
    entered: 'the system',
  }),
  to: field(name(), {
    means: 'Team that takes the lead, by its name in the agreement.',
    example: 'sales',
    entered: 'the system',
  }),
  followUp: field(followUp.nullish(), {
    means: 'What should happen with the lead, and by when.',
    example: exampleOf(followUp),
    entered: 'marketing',
  }),
  by: fieldAgain(byField, { example: 'rep-1' }),
}).describe('One team passed the lead to another; opens a cycle.');
