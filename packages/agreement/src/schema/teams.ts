import { z } from 'zod';
import { identifier, meaning, sentence } from './identifier.ts';
import { recordOf } from './record-of.ts';

const capacity = z.strictObject({
  people: z.int().min(1).max(100_000).describe('How many people work on leads.'),
  attempts: z.int().min(1).max(1000).exactOptional().describe('Attempts that one person can make on a working day.'),
  minutesPerLead: z
    .number()
    .positive()
    .max(100_000)
    .exactOptional()
    .describe('Minutes of work on one lead, all attempts together.'),
  leads: z.int().min(1).max(1000).exactOptional().describe('New leads that one person can take on a working day.'),
});

const team = z.strictObject({
  ...meaning,
  head: sentence().exactOptional().describe('Who heads the team, as a mail address or a name.'),
  partOf: identifier().exactOptional().describe('The team that this one belongs to.'),
  calendar: identifier().exactOptional().describe('Working time of the team, from `calendars`.'),
  capacity: capacity.exactOptional().describe('What it can take on, which `check` holds against what is owed to it.'),
});

/** Everybody who owes or receives something. */
export const teams = recordOf(team)
  .refine((named) => Object.keys(named).length > 0, { error: 'at least one team' })
  .meta({ minProperties: 1 });

/** An Ed25519 public key: 32 bytes in base64url. The last of 43 digits holds four bits, so that its others are zero. */
const publicKey = z.string().regex(/^ed25519:[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/, {
  error: 'a public key such as "ed25519:" and 43 letters, as `sameteam agreement keygen` prints it',
});

/** Who must sign, and who signs as a witness. */
export const signatures = z.strictObject({
  required: z
    .array(identifier())
    .exactOptional()
    .describe('Whose signatures bind: teams, or one leader of both. When absent, each team that is part of no other.'),
  witness: z.array(identifier()).default([]).describe('Who signs as a witness.'),
  keys: z
    .record(identifier(), publicKey)
    .default({})
    .describe('The public key of each signer, as `sameteam agreement keygen` prints it.'),
});

/** Where the people of a team are kept. What the file says is operated, not signed. */
export const roster = z.strictObject({
  file: sentence().describe('CSV with people, from, until, capacity, calendar, away.'),
});
