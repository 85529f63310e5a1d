import { stages } from '@sameteam/model';
import { z } from 'zod';
import { type FactDimension, factDimensionIds, factDimensions } from '../vocabulary/fact-dimensions.ts';
import { grades } from '../vocabulary/states.ts';
import { elapsed } from './duration.ts';
import { byKeys, formUnion } from './form-union.ts';
import { meaning, sentence, valueText } from './identifier.ts';
import { addend, metricName } from './metric-name.ts';
import { oneOrMany } from './one-or-many.ts';
import { share } from './points.ts';

/** One value, some of them, or null for a missing one. */
function values<S extends z.ZodType<string, string>>(schema: S, id: string) {
  return oneOrMany(formUnion([schema, z.null()], (value) => (value === null ? 1 : 0))).meta({ id }) as z.ZodType<
    readonly (z.output<S> | null)[],
    z.input<S> | null | readonly (z.input<S> | null)[]
  >;
}

const anyValue = values(valueText(), 'DimensionValues');
const grade = values(z.enum(grades), 'GradeValues');

/** Dimensions whose values are a closed list. */
const closed = {
  'source.motion': values(z.enum(['inbound', 'outbound']), 'MotionValues'),
  grade,
  'company.size': values(z.enum(['1-9', '10-49', '50-249', '250-999', '1000-4999', '5000+']), 'CompanySizeValues'),
  cycle: values(z.enum(['first', 'repeat']), 'CycleValues'),
  sourcing: values(z.enum(['sourced', 'influenced', 'neither']), 'SourcingValues'),
  'current.grade': grade,
} as const satisfies Readonly<Partial<Record<FactDimension, z.ZodType>>>;

type WhereShape = {
  readonly [D in FactDimension]: z.ZodExactOptional<
    D extends keyof typeof closed ? (typeof closed)[D] : typeof anyValue
  >;
};

const whereShape = Object.fromEntries(
  factDimensionIds.map((id) => [
    id,
    (Object.hasOwn(closed, id) ? closed[id as keyof typeof closed] : anyValue)
      .exactOptional()
      .describe(`Only where the ${factDimensions[id]} is one of these; null is a missing one.`),
  ]),
) as unknown as WhereShape;

/** What is counted of a metric: every dimension has one of its values, read where the metric is placed in time. */
const where = z
  .strictObject(whereShape)
  .refine((given) => Object.keys(given).length > 0, { error: 'at least one dimension with its values' })
  .meta({ minProperties: 1 })
  .exactOptional()
  .describe('Counts only what has these values.');

const said = {
  ...meaning,
  label: sentence().max(80).exactOptional().describe('How it is called over a number; its name when absent.'),
  owner: z.enum(['marketing', 'sales', 'both']).exactOptional().describe('Who answers for it.'),
  better: z.enum(['up', 'down', 'neutral']).exactOptional().describe('Which way is better.'),
};

const stage = z.enum(stages);

const forms = [
  z.strictObject({
    ...said,
    count: z.strictObject({ stage: stage.describe('This stage.') }).describe('Number of leads that reached a stage.'),
    where,
  }),
  z.strictObject({
    ...said,
    rate: z
      .strictObject({
        from: stage.describe('Of the leads that reached this stage,'),
        to: stage.describe('the share that reached this later one.'),
        within: elapsed().exactOptional().describe('So soon after the first one; at any time when absent.'),
      })
      .describe('Share of leads that went on to another stage.'),
    where,
  }),
  z.strictObject({
    ...said,
    time: z
      .strictObject({
        from: stage.describe('From this stage'),
        to: stage.describe('to this later one.'),
        quantile: share().default(0.5).describe('Which of the times, from 0 to 1: 0.5 is the median.'),
      })
      .describe('Days that leads take from one stage to another.'),
    where,
  }),
  z.strictObject({ ...said, of: metricName.describe('Another metric, of which only a part is counted.'), where }),
  z.strictObject({
    ...said,
    over: metricName.describe('What is divided, such as `spend`,'),
    per: metricName.describe('and by what: two figures of the same period, not a share.'),
  }),
  z.strictObject({
    ...said,
    sum: z.array(addend).min(2).describe('Metrics that are added; "-" before a name takes it away.'),
  }),
] as const;

/** A metric of the company's own, made of the same measures as all others. */
export const ownMetric = formUnion(forms, byKeys(forms));
