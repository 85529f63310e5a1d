import { z } from 'zod';

/** Where a lead came from, as its first capture says. */
export const leadSourceSchema = z.object({
  channel: z.string().nullable(),
  medium: z.string().nullable(),
  campaign: z.string().nullable(),
  landingPage: z.string().nullable(),
  motion: z.string().nullable(),
});

/** The newest entry of a clause of the SLA for one lead. */
export const leadEntrySchema = z.object({
  clause: z.string().describe('Address of the clause.'),
  dueAt: z.string().meta({ format: 'date-time' }),
  satisfiedAt: z
    .string()
    .meta({ format: 'date-time' })
    .nullable()
    .describe('When what was owed was done, in time or too late; null where it was not.'),
  entries: z.int().min(1).describe('How many entries of the clause are behind the number.'),
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
  entries: z
    .array(leadEntrySchema)
    .exactOptional()
    .describe('Behind a number of SLA entries: those of the lead, by when they were due.'),
});
