import { z } from 'zod';
import { limits } from '../vocabulary/limits.ts';
import { day } from '../wire/day.ts';
import { field, fieldAgain } from '../wire/field.ts';
import { personal } from '../wire/marks.ts';
import { integer } from '../wire/numbers.ts';
import { line, name, note } from '../wire/text.ts';
import { byField } from './common-fields.ts';
import { dataOf } from './data-of.ts';

/** The teams were asked whether they are in sync. */
export const pulseAsked = dataOf({
  question: field(line().nullish(), {
    means: 'The question, if it is not the usual one.',
    unit: 'one line of text',
    example: 'Are sales and marketing in sync this month?',
    entered: 'revenue operations',
  }),
  teams: field(z.array(name()).max(limits.listLength).optional(), {
    means: 'Teams that are asked; absent for all.',
    unit: `at most ${limits.listLength} entries`,
    example: ['marketing', 'sales'],
    entered: 'revenue operations',
  }),
  due: field(day().nullish(), {
    means: 'Last day for an answer.',
    unit: 'YYYY-MM-DD',
    example: '2026-10-30',
    entered: 'revenue operations',
  }),
  by: fieldAgain(byField, { example: 'rep-5' }),
}).describe('The teams were asked whether they are in sync.');

/** Somebody answered. */
export const pulseAnswered = dataOf({
  team: field(name(), {
    means: 'Team of the one who answers.',
    example: 'sales',
    entered: 'both teams',
  }),
  inSync: field(integer(1, 5), {
    means: 'How far the teams are in sync: 1 for not at all, 5 for fully.',
    unit: 'points',
    example: 4,
    entered: 'both teams',
  }),
  comment: field(personal(note()).nullish(), {
    means: 'What else there is to say.',
    unit: 'free text',
    example: 'Leads of the autumn launch fit well; the webinar ones came late.',
    entered: 'both teams',
  }),
  by: byField,
}).describe('Somebody answered whether the teams are in sync.');
