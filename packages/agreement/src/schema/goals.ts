import { z } from 'zod';
import { grains } from '../vocabulary/states.ts';
import { identifier, meaning } from './identifier.ts';
import { metricName } from './metric-name.ts';
import { share } from './points.ts';

const period = z
  .string()
  .regex(/^[0-9]{4}(?:-(?:0[1-9]|1[0-2])|-Q[1-4])?$/, { error: 'a period such as 2026-10, 2026-Q4 or 2026' });

/** Numbers that were planned, by metric and period. Money is in whole units of the agreement's currency. */
export const plan = z.record(identifier(), z.record(period, z.number()));

/** A number that teams want to reach together. Money is in whole units of the agreement's currency. */
export const goal = z.strictObject({
  ...meaning,
  id: identifier().exactOptional().describe('Its name; the metric when absent.'),
  metric: metricName.describe('What is measured.'),
  per: z.enum(grains).describe('In each of these.'),
  target: z.number().describe('What is to be reached.'),
  teams: z.array(identifier()).min(1).describe('Who is held to it.'),
});

/** One part of a bonus. */
export const bonusPart = z.strictObject({
  metric: metricName.describe('What is measured.'),
  share: share().describe('Its share of the bonus.'),
});

/** The one number that sums up the alignment. */
export const index = z.strictObject({
  parts: z
    .array(
      z.strictObject({
        metric: metricName.describe('What goes in.'),
        weight: z.number().positive().describe('How much it counts beside the others.'),
      }),
    )
    .default([])
    .describe('What it is made of.'),
});
