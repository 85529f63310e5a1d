import { eventTypes } from '@sameteam/model';
import { z } from 'zod';
import { grains, meetingStatuses } from '../vocabulary/states.ts';
import { condition } from './condition.ts';
import { duration, elapsed } from './duration.ts';
import { byKeys, formUnion } from './form-union.ts';
import { identifier, meaning, valueText } from './identifier.ts';
import { metricName } from './metric-name.ts';
import { oneOrMany } from './one-or-many.ts';
import { share } from './points.ts';

const owed = {
  ...meaning,
  of: identifier().describe('The team that owes it.'),
  applies: condition.exactOptional().describe('Which leads; all when absent.'),
};

const per = z.enum(grains).default('month').describe('In each of these.');

const volume = z.strictObject({
  ...owed,
  count: z
    .record(identifier(), z.int().min(0))
    .refine((counts) => Object.keys(counts).length > 0, { error: 'at least one metric or readiness with its number' })
    .meta({ minProperties: 1 })
    .describe('How many at least, by metric or readiness.'),
  per,
});

const measure = z
  .strictObject({
    ...owed,
    metric: metricName.describe('What is measured.'),
    atLeast: z.number().exactOptional().describe('This or more.'),
    atMost: z.number().exactOptional().describe('This or less.'),
    per,
  })
  .refine((clause) => clause.atLeast !== undefined || clause.atMost !== undefined, {
    error: 'a metric with at least one of atLeast and atMost',
  })
  .meta({ anyOf: [{ required: ['atLeast'] }, { required: ['atMost'] }] });

const eventType = z.enum(eventTypes);

const attempt = z.strictObject({
  automated: z
    .literal(false, { error: 'false: what is automated never satisfies an SLA' })
    .default(false)
    .describe('Always false: an automated mail is not an attempt.'),
  connected: z.boolean().exactOptional().describe('Whether somebody was reached.'),
  channel: oneOrMany(valueText()).exactOptional().describe('By one of these channels.'),
});

const keptForms = [
  z.strictObject({ attempt: attempt.describe('One attempt by a person.') }),
  z.strictObject({ attempts: z.int().min(1).max(1000).describe('So many attempts by a person.') }),
  z.strictObject({ meeting: oneOrMany(z.enum(meetingStatuses)).describe('A meeting that came to this.') }),
] as const;

const pickKept = byKeys(keptForms);
const kept = formUnion([oneOrMany(eventType), ...keptForms], (value) =>
  typeof value === 'string' || Array.isArray(value) ? 0 : 1 + pickKept(value),
);

const limitForms = [
  z.strictObject({
    time: duration().describe('How long.'),
    calendar: identifier()
      .default('owner')
      .describe("Working time of the lead's `owner`, the `team`, the `lead`, or a name from `calendars`."),
  }),
  duration(),
] as const;
const limit = formUnion(limitForms, (value) => (typeof value === 'string' ? 1 : 0)).transform((value) =>
  typeof value === 'string' ? { time: value, calendar: 'owner' } : value,
);

const stepForms = [
  z.strictObject({ remind: elapsed().describe('Remind the owner so long before it is due.') }),
  z.strictObject({
    notify: identifier().describe('Tell a team, or the `head` of the team that owes it,'),
    after: duration().exactOptional().describe('so long after it was due.'),
  }),
  z.strictObject({
    reassign: identifier().describe('Give the lead to a team, or back to the `pool`,'),
    after: duration().exactOptional().describe('so long after it was due.'),
  }),
] as const;

const timed = z.strictObject({
  ...owed,
  grain: z.enum(['lead', 'cycle', 'opportunity']).default('cycle').describe('What each entry is about.'),
  from: eventType.describe('The event that starts the clock.'),
  kept: kept.describe('What keeps it: one of these events, an attempt, so many attempts, a meeting.'),
  unless: oneOrMany(z.enum(['connected', 'replied']))
    .exactOptional()
    .describe('What ends it: nothing more is owed.'),
  within: limit.describe('The limit.'),
  target: share().exactOptional().describe('Share of entries that should be kept.'),
  // biome-ignore lint/suspicious/noThenProperty: the word of the document; it is data and never awaited
  then: z
    .array(formUnion(stepForms, byKeys(stepForms)))
    .default([])
    .describe('What happens around the limit.'),
  repeat: z.boolean().default(false).describe('Whether the clock starts again when it was kept.'),
});

const forms = [volume, measure, timed] as const;

/** A promise of one team: so many, so good, or so soon. */
export const sla = formUnion(forms, byKeys(forms));
