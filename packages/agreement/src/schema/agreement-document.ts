import { z } from 'zod';
import { calendar } from './calendars.ts';
import { condition } from './condition.ts';
import { expected, windows } from './conversions.ts';
import { day } from './days.ts';
import { bonusPart, goal, index, plan } from './goals.ts';
import { handOff, program, qualified } from './hand-offs.ts';
import { identifier, sentence } from './identifier.ts';
import { list } from './lists.ts';
import { ownMetric } from './metrics.ts';
import { cadence, fiscalYear, order, pipeline, privacy, sourcing } from './operation.ts';
import { type Overridable, overridePatch, type PatchOf } from './overrides.ts';
import { currency, rates } from './rates.ts';
import { reason } from './reasons.ts';
import { recordOf } from './record-of.ts';
import { engagement, profile, question } from './scoring.ts';
import { exclusion, segment, territory } from './segments.ts';
import { sla } from './sla.ts';
import { roster, signatures, teams } from './teams.ts';
import { ownedField, term } from './terms.ts';
import { timeZone } from './time-zone.ts';

const shape = {
  $schema: z.string().exactOptional().describe('Where the JSON Schema of this format lies, for editors.'),
  sameteam: z.literal(1).default(1).describe('Version of this format.'),
  name: sentence().default('Unnamed agreement').describe('What the agreement is called.'),
  version: z.int().min(0).default(1).describe('Goes up with each version that is signed.'),
  effective: day().nullable().default(null).describe('First day on which it binds, in its time zone.'),
  until: day().nullable().default(null).describe('Last day on which it binds; until the next version where absent.'),
  timeZone: timeZone().default('UTC').describe('Calendars and grains are cut in it.'),
  currency: currency().default('EUR').describe('Amounts are told in it.'),
  rates: rates.prefault({}).describe('Units of the currency for one unit of another; one rate, or a list by day.'),
  fiscalYear: fiscalYear.prefault({}).describe('Where years and weeks begin.'),
  teams: teams.describe('Everybody who owes or receives something.'),
  signatures: signatures.prefault({}).describe('Who must sign.'),
  calendars: recordOf(calendar).default({}).describe('Working time. `default` holds where none is named.'),
  rosters: recordOf(roster).default({}).describe('By team: where its people are kept.'),
  lists: recordOf(list).default({}).describe('Lists that conditions can ask for.'),
  terms: recordOf(term).default({}).describe('The words, as both teams mean them.'),
  fields: z.array(ownedField).default([]).describe('Who enters which field, and where it is kept.'),
  exclusions: z.array(exclusion).default([]).describe('Leads that count nowhere. Before anything else, and counted.'),
  segments: z.array(segment).default([]).describe('Leads with a variant of the agreement. The first that matches.'),
  overrides: z
    .record(identifier(), overridePatch)
    .default({})
    .describe('By segment: what is different for it, as a merge patch (RFC 7396).'),
  territories: z.array(territory).default([]).describe('Which leads belong to which team. The first that matches.'),
  profile: profile.exactOptional().describe('The perfect prospect, as sales defines it.'),
  engagement: engagement.exactOptional().describe('What the things that a lead does are worth.'),
  questions: z.array(question).default([]).describe('What each lead is asked.'),
  readiness: recordOf(condition)
    .refine((named) => Object.keys(named).length > 0, { error: 'at least one readiness with its condition' })
    .meta({ minProperties: 1 })
    .describe('How ready to buy, hottest first. The first that matches.'),
  qualified: qualified.exactOptional().describe('When a lead becomes an MQL.'),
  handOffs: recordOf(handOff).default({}).describe('Who passes which leads to whom.'),
  programs: recordOf(program).default({}).describe('Nurture tracks.'),
  sla: recordOf(sla).describe('What each team promises the other.'),
  reasons: recordOf(reason).describe('Why a lead is not pursued, and where it goes then.'),
  pipelines: recordOf(pipeline).default({}).describe('Stages of deals.'),
  sourcing: sourcing.prefault({}).describe("When an opportunity counts as marketing's."),
  metrics: recordOf(ownMetric)
    .exactOptional()
    .describe('Metrics of your own, made of the same measures as all others.'),
  expected: expected.default({}).describe('What rates are expected to be.'),
  plan: plan.default({}).describe('Planned numbers by metric and period.'),
  goals: z.array(goal).default([]).describe('What the teams want to reach together.'),
  compensation: z
    .record(identifier(), z.array(bonusPart).min(1))
    .default({})
    .describe('By team: what its bonus rests on.'),
  windows: windows.prefault({}).describe('How long a cohort is given before a rate is mature; 90d where not said.'),
  index: index.prefault({}).describe('The one number that sums up the alignment.'),
  cadence: cadence.prefault({}).describe('How often the teams look at it together.'),
  privacy: privacy.prefault({}).describe('Who may see what.'),
  order: order.prefault({}).describe('Order of readiness and hand-offs, where the format keeps none.'),
};

/**
 * The whole document. It checks each clause by itself; what clauses say of one another is checked by
 * `parseAgreement`, `defineAgreement` and `normaliseAgreement`.
 */
export const agreementDocument: z.ZodObject<typeof shape, z.core.$strict> = z.strictObject(shape).meta({
  title: 'Agreement of sales and marketing',
  description: 'One document that both teams sign and that code runs.',
});

/** A document whose clauses are right, each by itself, with the defaults that need no other clause. */
export type AgreementDocument = ReadonlyDeep<z.output<typeof agreementDocument>>;

type Written = z.input<typeof agreementDocument>;

/** An agreement as it may be written: defaults left out, a single value where a list is read. */
export type AgreementInput = ReadonlyDeep<Omit<Written, 'overrides'>> & {
  readonly overrides?: Readonly<Record<string, PatchOf<ReadonlyDeep<Pick<Written, Overridable>>>>>;
};

/** A type with everything in it read-only. */
export type ReadonlyDeep<T> = T extends object ? { readonly [K in keyof T]: ReadonlyDeep<T[K]> } : T;
