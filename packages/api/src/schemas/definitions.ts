import { z } from 'zod';
import { reportRowSchema } from './report-row.ts';
import { stageIdSchema } from './stage-id.ts';

/** What a metric measures, between which stages. */
export const metricMeasureSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('count'), stage: stageIdSchema }),
  z.object({ kind: z.literal('ratio'), from: stageIdSchema, to: stageIdSchema }),
  z.object({ kind: z.literal('within'), from: stageIdSchema, to: stageIdSchema, limitDays: z.number() }),
  z.object({ kind: z.literal('duration'), from: stageIdSchema, to: stageIdSchema, p: z.number() }),
  z.object({ kind: z.literal('sum'), stage: z.enum(['opportunity', 'won']) }),
  z.object({ kind: z.literal('quotient'), over: z.string(), under: z.string() }),
  z.object({
    kind: z
      .enum(['rows', 'rate', 'seconds', 'number', 'money', 'level', 'product_of', 'sum_of', 'target'])
      .describe('Not of stages alone: the formula in words says what.'),
  }),
]);

/** What a metric means. */
export const metricDefinitionSchema = z.object({
  id: z.string(),
  label: z.string(),
  unit: reportRowSchema.shape.unit,
  direction: z.enum(['up', 'down', 'neutral']).describe('Which way is better.'),
  owner: z.enum(['marketing', 'sales', 'both']).describe('Who answers for it.'),
  anchor: z.string().describe('The event that places its rows in time, unless the report says otherwise.'),
  measure: metricMeasureSchema,
  formula: z.string().describe('The formula in words.'),
  numerator: z.string().nullable().describe('Who is counted above the line.'),
  denominator: z.string().nullable().describe('Who is counted below the line.'),
  clause: z
    .string()
    .nullable()
    .describe('Address of the clause that defines its numbers; null where the agreement has none.'),
  counts: z
    .string()
    .optional()
    .describe(
      'Address of what says who is counted, where the clause only says in which unit. Absent: the clause says it.',
    ),
});

/** What a dimension means. */
export const dimensionDefinitionSchema = z.object({
  id: z.string(),
  label: z.string(),
  description: z.string(),
  kind: z
    .enum(['capture', 'anchor', 'current', 'calendar'])
    .describe("When it is read: at first capture, at the anchor event, at as-of, or from the anchor's date."),
});

/** Every metric and dimension that a report can be asked for. */
export const definitionsSchema = z.object({
  metrics: z.array(metricDefinitionSchema),
  dimensions: z.array(dimensionDefinitionSchema),
});
