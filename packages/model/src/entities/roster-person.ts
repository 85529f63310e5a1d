import { z } from 'zod';
import { limits } from '../vocabulary/limits.ts';
import { day } from '../wire/day.ts';
import { count } from '../wire/numbers.ts';
import { subjectText } from '../wire/subject-text.ts';
import { name } from '../wire/text.ts';
import { idsField } from './external-id.ts';

/** Days on which somebody does not work. */
export const absence = z
  .strictObject({ from: day().describe('First day.'), until: day().describe('Last day, included.') })
  .describe('Days on which somebody does not work.');

/** What `roster.changed` says: the rep is its subject. */
export const rosterFactsShape = {
  team: name().describe('Team of the agreement.'),
  name: name().nullish().describe('Name on screen.'),
  from: day().nullish().describe('First day in the team.'),
  until: day().nullish().describe('Last day in the team, included; null while it is open.'),
  capacity: count().nullish().describe('Leads that the rep can work at a time.'),
  calendar: name().nullish().describe('Calendar of the agreement that holds for the rep.'),
  away: z.array(absence).max(limits.listLength).optional().describe('Absences; the list replaces the one before.'),
};

/** Who works where, from and until when. */
export const rosterPerson = z
  .strictObject({ id: subjectText('rep').describe('Typed id.'), ...rosterFactsShape, ids: idsField })
  .describe('Who works where, from and until when.');

/** Who works where, from and until when. */
export type RosterPerson = z.infer<typeof rosterPerson>;
