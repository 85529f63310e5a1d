import { z } from 'zod';
import { condition } from './condition.ts';
import { elapsed } from './duration.ts';
import { field } from './field.ts';
import { byKeys, formUnion } from './form-union.ts';
import { identifier, meaning, sentence } from './identifier.ts';
import { oneOrMany } from './one-or-many.ts';

/** When a lead becomes an MQL. */
export const qualified = z.strictObject({
  ...meaning,
  when: condition.describe('Which leads.'),
  by: identifier().describe('The team that says so.'),
  companies: z
    .strictObject({
      contacts: z.int().min(1).describe('So many qualified contacts of one company'),
      within: elapsed().describe('within this time make it a qualified account (MQA).'),
    })
    .exactOptional()
    .describe('When a whole company is qualified.'),
});

const turn = z.enum(['even', 'weighted']);
const rotation = z.strictObject({ rotate: turn.describe('In turn, or by capacity.') });
const otherwise = rotation.exactOptional().describe('Who gets it when that names nobody.');
const assignments = [
  rotation,
  z.strictObject({ owner: z.enum(['account']).describe('To the owner of the company.'), otherwise }),
  z.strictObject({ territory: turn.describe('To the team of its territory, in turn or by capacity.'), otherwise }),
] as const;

/** One team passes a lead to another. */
export const handOff = z.strictObject({
  ...meaning,
  from: identifier().describe('The team that passes it on.'),
  to: identifier().describe('The team that gets it.'),
  when: condition.describe('Which leads. The first hand-off that matches.'),
  requires: z.array(field()).default([]).describe('Fields without which a lead is not passed on.'),
  assign: formUnion(assignments, byKeys(assignments)).exactOptional().describe('Who of the team gets it.'),
  opens: z.enum(['opportunity']).exactOptional().describe('What is opened with it.'),
  followUp: sentence().exactOptional().describe('What is wanted next.'),
});

const afterwards = [
  z.literal('disqualify'),
  z.strictObject({ program: identifier().describe('Another program.') }),
  z.strictObject({ handOff: identifier().describe('A hand-off, from `handOffs`.') }),
] as const;
const pickAfterwards = byKeys([afterwards[1], afterwards[2]]);

/** A nurture track that a lead enters and leaves. */
export const program = z.strictObject({
  ...meaning,
  owner: identifier().describe('The team that runs it.'),
  for: oneOrMany(identifier())
    .exactOptional()
    .describe('The readiness that it takes from the start; without, leads come by a reason or from another program.'),
  exit: condition.exactOptional().describe('When a lead leaves it.'),
  atMost: elapsed().exactOptional().describe('Time after which a lead leaves it anyway.'),
  next: formUnion(afterwards, (value) => (typeof value === 'string' ? 0 : 1 + pickAfterwards(value)))
    .exactOptional()
    .describe('What comes when `atMost` is over: a program, a hand-off, or the end (`disqualify`).'),
});
