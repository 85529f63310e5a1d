import { field, fieldAgain } from '../wire/field.ts';
import { integer } from '../wire/numbers.ts';
import { name } from '../wire/text.ts';
import { byField, noteField } from './common-fields.ts';
import { dataOf } from './data-of.ts';

/** Why an SLA was missed, by the one who owed it. */
export const slaExplained = dataOf({
  clause: field(name(), {
    means: 'Clause of the agreement that was missed, such as sla.hot_first_attempt.',
    example: 'sla.hot_first_attempt',
    entered: 'the system',
  }),
  cycle: field(integer(1).nullish(), {
    means: 'Number of the hand-off that it belongs to.',
    unit: 'number of the hand-off, from 1',
    example: 1,
    entered: 'the system',
  }),
  reason: field(name(), {
    means: 'Why it was missed, in the words of the agreement.',
    example: 'sick_leave',
    entered: 'a rep',
  }),
  note: fieldAgain(noteField, { example: 'Came back on Monday; nobody stood in.' }),
  by: byField,
}).describe('Why an SLA was missed, by the one who owed it.');
