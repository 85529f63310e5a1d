import { z } from 'zod';
import { grains, weekdays } from '../vocabulary/states.ts';
import { monthDay } from './days.ts';
import { elapsed } from './duration.ts';
import { field } from './field.ts';
import { identifier, meaning, sentence } from './identifier.ts';
import { share } from './points.ts';

/** Where years and weeks begin. */
export const fiscalYear = z.strictObject({
  starts: monthDay().default('01-01').describe('First day of the fiscal year.'),
  week: z.enum(weekdays).default('mon').describe('First day of the week.'),
});

const pipelineStage = z.strictObject({
  ...meaning,
  id: identifier().describe('Its name.'),
  probability: share().describe('Share of the deals in it that are won.'),
  entered: identifier().exactOptional().describe('The team that moves a deal here.'),
  requires: z.array(field()).default([]).describe('Fields without which a deal does not come here.'),
  exit: sentence().exactOptional().describe('What must be true before it goes on.'),
});

/** The stages of a deal, in their order. */
export const pipeline = z.strictObject({
  ...meaning,
  stages: z.array(pipelineStage).min(1).describe('In their order.'),
});

/** When an opportunity counts as marketing's. */
export const sourcing = z.strictObject({
  rule: z
    .enum(['first_touch', 'last_touch', 'any_touch'])
    .default('first_touch')
    .describe("Which touch must be marketing's for an opportunity to be sourced by it."),
  window: elapsed().default('180d').describe('How long before the opportunity a touch may be.'),
  influence: z
    .strictObject({ window: elapsed().default('365d').describe('How long before the end a touch may be.') })
    .prefault({})
    .describe('When an opportunity is influenced.'),
});

/** How often the teams look at it together. */
export const cadence = z.strictObject({
  review: z.enum(grains).default('week').describe('The review of the numbers.'),
  pulse: z.enum(grains).default('month').describe('The question whether the teams are in sync.'),
});

/** Who may see figures of single people and of small groups. */
export const privacy = z.strictObject({
  repFigures: z
    .array(z.enum(['self', 'manager', 'head', 'analyst', 'everyone']))
    .default(['self', 'manager'])
    .describe('Who sees the figures of a rep.'),
  smallestGroup: z.int().min(1).max(1000).default(5).describe('Groups of fewer people are not shown.'),
});

/** The order of entries that have one, for writers whose format keeps none. */
export const order = z.strictObject({
  readiness: z.array(identifier()).default([]).describe('The first that matches holds; as written when absent.'),
  handOffs: z.array(identifier()).default([]).describe('The first that matches holds; as written when absent.'),
});
