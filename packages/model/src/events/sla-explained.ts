import { count } from '../wire/numbers.ts';
import { name } from '../wire/text.ts';
import { byField, noteField } from './common-fields.ts';
import { dataOf } from './data-of.ts';

/** Why an SLA was missed, by the one who owed it. */
export const slaExplained = dataOf({
  clause: name().describe('Clause that was missed, such as sla.hot_first_attempt.'),
  cycle: count().nullish().describe('Number of the hand-off that it belongs to, from 1.'),
  reason: name().describe('Why, from the words of the agreement.'),
  note: noteField,
  by: byField,
}).describe('Why an SLA was missed, by the one who owed it.');
