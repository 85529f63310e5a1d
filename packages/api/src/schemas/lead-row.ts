import { z } from 'zod';

/** Where a lead came from, as its first capture says. */
export const leadSourceSchema = z.object({
  channel: z.string().nullable(),
  medium: z.string().nullable(),
  campaign: z.string().nullable(),
  landingPage: z.string().nullable(),
  motion: z.string().nullable(),
});

/** A lead as the way down from a number shows it. It holds no personal data by shape. */
export const leadRowSchema = z.object({
  lead: z.string().describe('Typed id, such as lead/42.'),
  source: leadSourceSchema,
  segment: z.string().nullable(),
  owner: z.string().nullable(),
  readiness: z.string().nullable(),
  stages: z.record(z.string(), z.string().nullable()).describe('The instant of each stage; null where not reached.'),
  implied: z.array(z.string()).describe('Stages that were skipped and are implied by a later one.'),
  impossibleOrder: z.boolean().describe('A later stage lies before an earlier one: left out of durations.'),
});
