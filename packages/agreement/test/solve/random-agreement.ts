import type { Agreement, AgreementInput } from '@sameteam/agreement';
import { normaliseAgreement } from '@sameteam/agreement';
import fc from 'fast-check';

/** Numbers that a field of people is compared with; those beside them are tried, too. */
export const employeeBounds = [10, 50] as const;
export const channels = ['partner', 'event'] as const;
export const domains = ['acme.example', 'gmail.com'] as const;
export const activities = ['demo', 'visit'] as const;
export const answers = ['soon', 'later'] as const;

type Json = AgreementInput['readiness'][string];

const fieldKinds = [
  fc.oneof(
    fc.constantFrom(...channels).map((is) => ({ field: 'source.channel', is }) as const),
    fc.constant({ field: 'source.channel', in: [...channels] } as const),
    fc.boolean().map((exists) => ({ field: 'source.channel', exists }) as const),
  ),
  fc.oneof(
    fc.constantFrom(...employeeBounds).map((atLeast) => ({ field: 'company.employees', atLeast }) as const),
    fc.constantFrom(...employeeBounds).map((atMost) => ({ field: 'company.employees', atMost }) as const),
    fc.constant({ field: 'company.employees', between: [10, 50] } as const),
  ),
  fc.oneof(
    fc.constantFrom(...domains).map((is) => ({ field: 'company.domain', is }) as const),
    fc.constantFrom('named', 'freemail').map((inList) => ({ field: 'company.domain', inList }) as const),
  ),
] as const satisfies readonly fc.Arbitrary<Json>[];
const ofCompany: fc.Arbitrary<Json> = fc.constantFrom('customer', 'open_deal').map((company) => ({ company }) as const);
const consent: fc.Arbitrary<Json> = fc.constantFrom(
  { consent: { status: 'granted' } },
  { consent: { purpose: 'sales', status: 'denied' } },
  { consent: { purpose: 'sales', channel: 'phone', status: 'granted' } },
);
const answer: fc.Arbitrary<Json> = fc.subarray([...answers], { minLength: 1 }).map((when) => ({ answer: { when } }));
const daysSince: fc.Arbitrary<Json> = fc
  .tuple(
    fc.constantFrom('lead.engaged', 'lead.answered', 'lead.replied', 'meeting.changed'),
    fc.constantFrom<{ atLeast?: number; atMost?: number }>(
      { atLeast: 2 },
      { atMost: 1 },
      { atLeast: 1, atMost: 2 },
      { atLeast: 0 },
    ),
  )
  .map(([event, bounds]) => ({ daysSince: { event, ...bounds } }) as Json);
const meeting: fc.Arbitrary<Json> = fc
  .constantFrom('completed', 'no_show')
  .map((status) => ({ meeting: status }) as const);
const counted: fc.Arbitrary<Json> = fc
  .record({
    activity: fc.option(fc.constantFrom(...activities, 'call'), { nil: undefined }),
    count: fc.integer({ min: 1, max: 2 }),
    within: fc.option(fc.constantFrom('12h', '1d', '2d'), { nil: undefined }),
  })
  .map(
    ({ activity, count, within }) =>
      ({
        engagement: {
          count,
          ...(activity === undefined ? {} : { activity }),
          ...(within === undefined ? {} : { within }),
        },
      }) as Json,
  );
const points: fc.Arbitrary<Json> = fc.integer({ min: -3, max: 14 }).map((n) => ({ engagement: { atLeast: n / 1000 } }));
const grade: fc.Arbitrary<Json> = fc
  .subarray(['A', 'B', 'C', 'D'] as const, { minLength: 1 })
  .map((given) => ({ grade: given }));
const ofSegment: fc.Arbitrary<Json> = fc.constantFrom('first', 'second').map((segment) => ({ segment }));

/** A condition of at most `depth` levels over some questions. */
function nested(leaf: fc.Arbitrary<Json>, depth: number): fc.Arbitrary<Json> {
  if (depth === 0) return leaf;
  const inner = nested(leaf, depth - 1);
  return fc.oneof(
    { weight: 5, arbitrary: leaf },
    { weight: 2, arbitrary: fc.array(inner, { minLength: 2, maxLength: 3 }).map((all) => ({ all }) as Json) },
    { weight: 2, arbitrary: fc.array(inner, { minLength: 2, maxLength: 3 }).map((any) => ({ any }) as Json) },
    { weight: 2, arbitrary: inner.map((not) => ({ not }) as Json) },
  );
}

const thousandths = (min: number, max: number) => fc.integer({ min, max }).map((n) => n / 1000);

interface RuleInput {
  readonly activity: string;
  readonly points: number;
  readonly cap?: number | undefined;
}

const engagementRules: fc.Arbitrary<readonly RuleInput[]> = fc.oneof(
  // Without a cap on any of them, the sums of both signs go on for ever.
  fc.array(
    fc.record({ activity: fc.constantFrom(...activities), points: thousandths(-4, 5), cap: thousandths(0, 9) }),
    { maxLength: 3 },
  ),
  fc.array(
    fc.record({
      activity: fc.constantFrom(...activities),
      points: thousandths(1, 5),
      cap: fc.option(thousandths(1, 9), { nil: undefined }),
    }),
    { maxLength: 3 },
  ),
);

const kinds = [ofCompany, consent, answer, daysSince, meeting, counted, counted, points, points, grade, grade];

/** What a lead is asked for in one agreement: a few kinds of questions, so that all leads can be tried. */
const asked = fc
  .tuple(
    fc.subarray([...fieldKinds], { minLength: 1, maxLength: 2 }),
    fc.subarray(kinds, { minLength: 1, maxLength: 4 }),
  )
  .map(([fields, others]) => ({ field: fc.oneof(...fields), leaf: fc.oneof(...fields, ...others) }));

const sections = asked.chain(({ field, leaf }) =>
  fc.record({
    exclusions: fc.array(nested(field, 1), { maxLength: 1 }),
    segments: fc.array(nested(field, 1), { maxLength: 2 }),
    profile: fc.array(fc.tuple(nested(fc.oneof(field, answer), 1), fc.integer({ min: -20, max: 30 })), {
      maxLength: 4,
    }),
    grades: fc.subarray(['A', 'B', 'C', 'D'] as const),
    tops: fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 30 })),
    hasProfile: fc.boolean(),
    halfLife: fc.option(fc.constantFrom('1d', '2d', '36h'), { nil: undefined }),
    rules: engagementRules,
    worth: fc.tuple(thousandths(-2, 5), thousandths(0, 8)),
    hasQuestion: fc.boolean(),
    readiness: fc.array(nested(leaf, 2), { minLength: 2, maxLength: 4 }),
    override: fc.option(
      fc.record({
        readiness: fc.array(nested(leaf, 1), { minLength: 2, maxLength: 3 }),
        halfLife: fc.constantFrom('1d', '2d'),
      }),
      { nil: undefined },
    ),
    segmentAsked: fc.option(ofSegment, { nil: undefined, freq: 4 }),
  }),
);

const names = ['hot', 'warm', 'cool', 'raw'] as const;

function ranked(conditions: readonly Json[], of = ''): Record<string, Json> {
  return Object.fromEntries(conditions.map((condition, index) => [`${names[index]}${of}`, condition]));
}

function agreementOf(given: typeof sections extends fc.Arbitrary<infer T> ? T : never): AgreementInput {
  const { exclusions, segments, override, profile, grades, tops, rules, worth, halfLife } = given;
  const segmentNames = ['first', 'second'];
  const limits = grades.map((grade, index) => [grade, tops[0] - index * tops[1]]);
  const questions = given.hasQuestion
    ? [{ id: 'when', ask: 'When?', askedBy: 'sales', answers: { soon: worth[0], later: worth[1] } }]
    : [];
  const readiness = ranked(given.readiness);
  const last = Object.keys(readiness).at(-1) ?? 'hot';
  if (given.segmentAsked !== undefined && segments.length > 0) readiness[last] = { segment: 'first' };
  const document = {
    teams: { sales: {} },
    lists: { named: { file: 'named.csv', key: 'company.domain' }, freemail: 'builtin' },
    exclusions: exclusions.map((when, index) => ({ id: `out_${index}`, when })),
    segments: segments.map((when, index) => ({ id: segmentNames[index] ?? '', when })),
    overrides:
      override === undefined || segments.length === 0
        ? {}
        : {
            first: {
              // A patch would merge with a condition of the same name.
              readiness: {
                ...Object.fromEntries(Object.keys(readiness).map((name) => [name, null])),
                ...ranked(override.readiness, '_first'),
              },
              engagement: { owner: 'sales', halfLife: override.halfLife },
            },
          },
    ...(given.hasProfile
      ? {
          profile: {
            owner: 'sales',
            rules: profile.map(([when, worthIt], index) => ({ id: `rule_${index}`, when, points: worthIt })),
            grades: Object.fromEntries(limits),
          },
        }
      : {}),
    engagement: {
      owner: 'sales',
      rules: rules.map(({ cap, ...rule }, index) => ({
        id: `rule_${index}`,
        ...rule,
        ...(cap === undefined ? {} : { cap }),
      })),
      ...(halfLife === undefined ? {} : { halfLife }),
    },
    questions,
    readiness,
    sla: {},
    // biome-ignore lint/suspicious/noThenProperty: the word of the document; it is data and never awaited
    reasons: { no: { then: 'disqualify' } },
  };
  return withoutUnknown(document, questions.length > 0) as AgreementInput;
}

/** Questions and segments that the agreement does not have are asked for nowhere. */
function withoutUnknown(value: unknown, hasQuestion: boolean): unknown {
  if (Array.isArray(value)) return value.map((entry) => withoutUnknown(entry, hasQuestion));
  if (typeof value !== 'object' || value === null) return value;
  if ('answer' in value && !hasQuestion) return { not: {} };
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, withoutUnknown(entry, hasQuestion)]));
}

/** Agreements of all kinds, small enough for every lead to be tried. */
export const randomAgreement: fc.Arbitrary<Agreement> = sections.map((given) => normaliseAgreement(agreementOf(given)));

/** All conditions of an agreement, to see what can matter. */
export function textOf(agreement: Agreement): string {
  const { exclusions, segments, profile, readiness, overrides } = agreement;
  return JSON.stringify({ exclusions, segments, profile, readiness, overrides });
}
