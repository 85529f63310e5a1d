import { z } from 'zod';
import { limits } from '../vocabulary/limits.ts';
import { day } from '../wire/day.ts';
import { personal } from '../wire/marks.ts';
import { integer } from '../wire/numbers.ts';
import { line, name, note } from '../wire/text.ts';
import { byField } from './common-fields.ts';
import { dataOf } from './data-of.ts';

/** The teams were asked whether they are in sync. */
export const pulseAsked = dataOf({
  question: line().nullish().describe('The question, if it is not the usual one.'),
  teams: z.array(name()).max(limits.listLength).optional().describe('Teams that are asked; absent for all.'),
  due: day().nullish().describe('Last day for an answer.'),
  by: byField,
}).describe('The teams were asked whether they are in sync.');

/** Somebody answered. */
export const pulseAnswered = dataOf({
  team: name().describe('Team of the one who answers.'),
  inSync: integer(1, 5).describe('1 for not at all, 5 for fully.'),
  comment: personal(note()).nullish().describe('What else there is to say. Personal.'),
  by: byField,
}).describe('Somebody answered whether the teams are in sync.');
