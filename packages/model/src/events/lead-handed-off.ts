import { followUp } from '../entities/follow-up.ts';
import { name } from '../wire/text.ts';
import { byField } from './common-fields.ts';
import { dataOf } from './data-of.ts';

/** One team passed the lead to another; opens a cycle. */
export const leadHandedOff = dataOf({
  from: name().describe('Team that passes the lead on.'),
  to: name().describe('Team that takes it.'),
  followUp: followUp.nullish().describe('What should happen, and by when.'),
  by: byField,
}).describe('One team passed the lead to another; opens a cycle.');
