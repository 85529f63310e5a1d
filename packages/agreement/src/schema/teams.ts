import { z } from 'zod';
import { identifier, meaning, sentence } from './identifier.ts';
import { recordOf } from './record-of.ts';

const team = z.strictObject({
  ...meaning,
  head: sentence().exactOptional().describe('Who heads the team, as a mail address or a name.'),
  partOf: identifier().exactOptional().describe('The team that this one belongs to.'),
  calendar: identifier().exactOptional().describe('Working time of the team, from `calendars`.'),
});

/** Everybody who owes or receives something. */
export const teams = recordOf(team).refine((named) => Object.keys(named).length > 0, { error: 'at least one team' });

/** Who must sign, and who signs as a witness. */
export const signatures = z.strictObject({
  required: z
    .array(identifier())
    .exactOptional()
    .describe('Whose signatures bind: teams, or one leader of both. When absent, each team that is part of no other.'),
  witness: z.array(identifier()).default([]).describe('Who signs as a witness.'),
});

/** Where the people of a team are kept. What the file says is operated, not signed. */
export const roster = z.strictObject({
  file: sentence().describe('CSV with people, from, until, capacity, calendar, away.'),
});
