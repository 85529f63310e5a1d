import { z } from 'zod';
import { metricDefinitionSchema } from './definitions.ts';
import { agreementReferenceSchema } from './report.ts';
import { reportFilterSchema } from './report-filter.ts';
import { reportRowSchema } from './report-row.ts';

const count = z.int().min(0);
const instant = z.string().meta({ format: 'date-time' });

/** One of the metrics that another one is made of. */
export const metricPartSchema = z.object({
  metric: z.string(),
  label: z.string(),
  role: z
    .enum(['over', 'under', 'plus', 'minus', 'times', 'divided_by', 'target_of'])
    .describe('What is done with it.'),
});

/** A clause of the agreement, in plain sentences. */
export const explainedClauseSchema = z.object({ address: z.string(), words: z.string() });

/** What is counted above or below the line. */
export const explainedPartSchema = z.object({
  value: z.number().nullable(),
  means: z.string().nullable().describe('In words; null where there is no such part.'),
});

/** One number, explained. */
export const explainedNumberSchema = z.object({
  row: reportRowSchema,
  metric: z.string(),
  label: z.string(),
  formula: z.string(),
  owner: metricDefinitionSchema.shape.owner,
  direction: metricDefinitionSchema.shape.direction,
  clause: explainedClauseSchema.nullable().describe('null where the agreement says nothing of it.'),
  agreement: z.object({ name: z.string(), version: z.int().min(0) }),
  versions: z
    .array(z.object({ version: z.int().min(0), from: z.string(), to: z.string(), words: z.string() }))
    .describe('The clause in each version that judged, where they differ; empty where one text judged all of it.'),
  filters: z.array(reportFilterSchema),
  period: z.object({ from: z.string().nullable(), to: z.string().nullable(), anchor: z.string() }),
  asOf: instant,
  knownAt: instant.nullable(),
  numerator: explainedPartSchema,
  denominator: explainedPartSchema,
  excluded: count,
  implied: count,
  restated: count,
  mature: z.object({
    is: z.boolean().nullable().describe('Whether the cohort has had all its time.'),
    why: z.string().nullable().describe('Why, or why not.'),
  }),
  binding: z
    .boolean()
    .nullable()
    .describe('Whether all of it is judged by a version that bound then; null where nothing is counted.'),
  sentences: z.array(z.string()).describe('All of it, to be read.'),
});

/** What a metric means, by an agreement. */
export const metricExplanationSchema = metricDefinitionSchema.omit({ id: true, measure: true }).extend({
  metric: z.string(),
  section: z
    .object({ id: z.string(), label: z.string() })
    .nullable()
    .describe('Of the standard report; null for an own metric.'),
  tells: z
    .enum(['of_period', 'at_opening', 'at_closing', 'at_as_of'])
    .describe('Whether it tells of a period, of a moment of it, or of as-of.'),
  parts: z.array(metricPartSchema).describe('Metrics that it is made of; none for one that is counted itself.'),
  window: z
    .object({ days: z.number(), clause: z.string().nullable() })
    .nullable()
    .describe('How long a cohort is given; null where it does not mature by time.'),
  clauses: z.array(explainedClauseSchema).describe('What the agreement says at its address.'),
  agreement: agreementReferenceSchema,
  dimensions: z.array(z.string()).describe('Dimensions that it can be cut and filtered by, beside calendar grains.'),
  sentences: z.array(z.string()).describe('All of it, to be read.'),
  number: explainedNumberSchema.nullable().describe('One number of it; null where none was asked for.'),
});
