import { z } from 'zod';
import { grades } from '../vocabulary/states.ts';
import { condition } from './condition.ts';
import { elapsed } from './duration.ts';
import { identifier, meaning, sentence, valueText } from './identifier.ts';
import { points } from './points.ts';

const why = sentence().exactOptional().describe('Why it is worth that.');

const profileRule = z.strictObject({
  id: identifier().describe('Its name.'),
  when: condition.describe('Which leads get the points.'),
  points: points().describe('Points; negative ones count against the lead.'),
  why,
});

/** The perfect prospect, as sales defines it, and the grade that a lead gets by it. */
export const profile = z.strictObject({
  ...meaning,
  owner: identifier().describe('The team that defines it.'),
  rules: z.array(profileRule).default([]).describe('What makes a lead fit. Points add up.'),
  grades: z
    .partialRecord(z.enum(grades), points())
    .default({})
    .describe('Points from which each grade is given. Below the last one it is the grade after it.'),
});

const engagementRule = z.strictObject({
  id: identifier().describe('Its name.'),
  activity: valueText().describe('What the lead did.'),
  points: points().describe('Points for each time.'),
  cap: points().exactOptional().describe('Points that it can bring at most.'),
  why,
});

/** What the things that a lead does are worth. */
export const engagement = z.strictObject({
  ...meaning,
  owner: identifier().describe('The team that defines it.'),
  halfLife: elapsed().exactOptional().describe('Time after which points count half; for ever when absent.'),
  rules: z.array(engagementRule).default([]).describe('What counts.'),
});

/** A question that a team asks each lead. */
export const question = z.strictObject({
  id: identifier().describe('Its name, as in answers.<name>.'),
  ask: sentence().describe('The question.'),
  askedBy: identifier().describe('The team that asks it.'),
  answers: z
    .record(valueText(), points())
    .refine((answers) => Object.keys(answers).length > 0, { error: 'at least one answer with its points' })
    .meta({ minProperties: 1 })
    .describe('The answers that it can have, each with its points.'),
});
