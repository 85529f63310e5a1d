import { z } from 'zod';

const shareSchema = z.number().nullable().describe('In [0, 1]; null for nothing divided by nothing.');

/** How often a field that the agreement requires was there. */
export const fieldCompletenessSchema = z.object({
  field: z.string().describe('By its address in the agreement, such as source.channel.'),
  present: z.int().min(0).describe('Captured leads that said something of it.'),
  of: z.int().min(0).describe('Captured leads.'),
  share: shareSchema,
});

/** How many of the addresses or numbers that were given nobody can be reached by. */
export const contactQualitySchema = z.object({
  given: z.int().min(0),
  invalid: z.int().min(0),
  share: shareSchema,
});

/** How old events were when they came, in seconds. */
export const arrivalAgeSchema = z.object({
  median: z.number().min(0).describe('Within 1 %, as is p90.'),
  p90: z.number().min(0),
  oldest: z.number().min(0),
});

/** How good what a source has sent is. */
export const sourceQualitySchema = z.object({
  source: z.string().nullable().describe('`source` of the events; null where it is no single source.'),
  kind: z
    .enum(['source', 'unnamed', 'others'])
    .describe('unnamed: the source could not be read. others: all that came after the first 1,000 sources.'),
  received: z.int().min(0),
  accepted: z.int().min(0),
  duplicates: z.int().min(0),
  quarantined: z.int().min(0),
  leads: z.int().min(0).describe('Accepted events that capture a lead.'),
  complete: z
    .array(fieldCompletenessSchema)
    .describe('The fields that the agreement requires of a lead and that a capture can say.'),
  emails: contactQualitySchema,
  phones: contactQualitySchema,
  ageSeconds: arrivalAgeSchema.nullable().describe('Of the accepted events, on arrival.'),
  codes: z
    .array(z.object({ code: z.string(), count: z.int().min(1) }))
    .describe('Items in quarantine that have the code, most first.'),
});

/** The quality of what has arrived, by source. */
export const qualityReportSchema = z.object({
  since: z.string().meta({ format: 'date-time' }).describe('What arrived before this instant is not part of it.'),
  sources: z.array(sourceQualitySchema).describe('Most items first.'),
});
