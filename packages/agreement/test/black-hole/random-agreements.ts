import { type Agreement, AgreementError, type AgreementInput, normaliseAgreement } from '@sameteam/agreement';
import fc from 'fast-check';

type Section<K extends keyof AgreementInput> = NonNullable<AgreementInput[K]>;
type Entry<K extends keyof AgreementInput> = Section<K> extends Readonly<Record<string, infer V>> ? V : never;
type ConditionText = Entry<'readiness'>;

const teams = ['marketing', 'sales', 'sdr'] as const;
const readinessNames = ['hot', 'warm', 'raw'] as const;
const some = <T>(...values: readonly T[]) => fc.constantFrom(...values);
/** As often as `weight` to one it is there. */
const maybe = <T>(arbitrary: fc.Arbitrary<T>, weight = 1): fc.Arbitrary<T | undefined> =>
  fc.oneof({ weight: 1, arbitrary: fc.constant(undefined) }, { weight, arbitrary });
const biased = (truth: number) => fc.nat({ max: 99 }).map((n) => n < truth);

const plainLeaves: readonly ConditionText[] = [
  {},
  { field: 'source.channel', is: 'partner' },
  { field: 'source.channel', in: ['partner', 'web'] },
  { field: 'company.employees', atLeast: 200 },
  { field: 'contact.country', exists: true },
  { field: 'contact.country', is: 'DE' },
  { company: 'customer' },
];
const judgedLeaves: readonly ConditionText[] = [
  ...plainLeaves,
  { answer: { timeline: 'soon' } },
  { answer: { timeline: ['soon', 'later'] } },
  { engagement: { activity: 'demo' } },
  { engagement: { activity: 'webinar', count: 2 } },
  { engagement: { atLeast: 15 } },
  { engagement: { atLeast: 40 } },
  { grade: ['A', 'B'] },
  { meeting: 'completed' },
  { meeting: ['no_show'] },
  { segment: 'partner' },
];
const flowLeaves: readonly ConditionText[] = [
  ...judgedLeaves,
  { readiness: 'hot' },
  { readiness: 'hot' },
  { readiness: ['hot', 'warm'] },
  { readiness: 'warm' },
  { readiness: 'raw' },
];

/** Mostly one question; sometimes two, or the opposite of one. */
function conditionOf(leaves: readonly ConditionText[]): fc.Arbitrary<ConditionText> {
  const leaf = some(...leaves);
  return fc.oneof(
    { weight: 8, arbitrary: leaf },
    { weight: 1, arbitrary: leaf.map((not): ConditionText => ({ not })) },
    { weight: 1, arbitrary: fc.tuple(leaf, leaf).map((all): ConditionText => ({ all })) },
    { weight: 1, arbitrary: fc.tuple(leaf, leaf).map((any): ConditionText => ({ any })) },
    { weight: 1, arbitrary: fc.tuple(leaf, leaf).map(([one, two]): ConditionText => ({ all: [one, { not: two }] })) },
  );
}

const flow = conditionOf(flowLeaves);
const named = <T>(names: readonly string[], value: fc.Arbitrary<T>, most: number) =>
  fc.dictionary(some(...names), value, { maxKeys: most, noNullPrototype: true });

const handOffNames = ['to_sales', 'to_sdr', 'sdr_to_sales', 'back'] as const;
const programNames = ['newsletter', 'drip', 'asleep'] as const;

const handOff = fc
  .record(
    {
      from: some('marketing', 'marketing', 'marketing', 'sdr', 'sales'),
      to: some('sales', 'sdr', 'sales', 'marketing'),
      when: flow,
      requires: some(
        ['answers.timeline'] as const,
        ['company.employees'] as const,
        ['contact.country', 'answers.timeline'] as const,
      ),
      assign: some(
        { rotate: 'even' },
        { owner: 'account', otherwise: { rotate: 'even' } },
        { owner: 'account' },
        { territory: 'even' },
        { territory: 'even', otherwise: { rotate: 'even' } },
      ) as fc.Arbitrary<NonNullable<Entry<'handOffs'>['assign']>>,
      opens: some('opportunity'),
    },
    { requiredKeys: ['from', 'to', 'when'] },
  )
  .chain((full) =>
    // Most hand-offs are plain.
    fc.tuple(biased(25), biased(30), biased(20)).map(([requires, assign, opens]) => {
      const { from, to, when } = full;
      return {
        from,
        to,
        when,
        ...(requires && full.requires !== undefined ? { requires: full.requires } : {}),
        ...(assign && full.assign !== undefined ? { assign: full.assign } : {}),
        ...(opens && full.opens !== undefined ? { opens: full.opens } : {}),
      };
    }),
  ) as fc.Arbitrary<Entry<'handOffs'>>;

const next = fc.oneof(
  some('disqualify' as const),
  some(...programNames).map((program) => ({ program })),
  some(...handOffNames).map((id) => ({ handOff: id })),
);
const program = fc
  .record({
    owner: some('marketing', 'marketing', 'sdr'),
    for: maybe(fc.subarray([...readinessNames], { minLength: 1 }), 4),
    exit: maybe(conditionOf([...flowLeaves, { readiness: 'hot' }, { readiness: ['hot', 'warm'] }])),
    atMost: maybe(some('30d' as const)),
    next: maybe(next),
  })
  .map((given) => withoutUndefined(given)) as fc.Arbitrary<Entry<'programs'>>;

const leadEvents = [
  'lead.captured',
  'lead.qualified',
  'lead.handed_off',
  'lead.assigned',
  'lead.assigned',
  'lead.assigned',
  'lead.accepted',
  'lead.accepted',
  'lead.sales_qualified',
  'lead.rejected',
  'lead.recycled',
  'lead.replied',
  'lead.attempted',
  'meeting.changed',
] as const;
const dealEvents = [
  'opportunity.opened',
  'opportunity.moved',
  'opportunity.changed',
  'opportunity.lost',
  'lead.accepted',
] as const;
const decided = ['lead.accepted', 'lead.rejected', 'lead.recycled', 'lead.disqualified'] as const;
const followed = ['opportunity.opened', 'lead.recycled', 'lead.disqualified'] as const;
const closed = ['opportunity.won', 'opportunity.lost'] as const;
const keptEvents = [
  ...decided,
  ...followed,
  ...closed,
  'lead.handed_off',
  'lead.sales_qualified',
  'lead.qualified',
  'lead.captured',
  'lead.attempted',
  'opportunity.moved',
  'opportunity.reopened',
] as const;

type Timed = Extract<Entry<'sla'>, { readonly kept: unknown }>;
const kept: fc.Arbitrary<Timed['kept']> = fc.oneof(
  {
    weight: 5,
    arbitrary: some<Timed['kept']>(decided, followed, closed, [...followed, 'lead.sales_qualified', 'lead.handed_off']),
  },
  { weight: 2, arbitrary: fc.subarray([...keptEvents], { minLength: 1, maxLength: 4 }) },
  { weight: 1, arbitrary: some<Timed['kept']>({ attempt: {} }, { attempts: 3 }) },
  { weight: 2, arbitrary: some<Timed['kept']>({ meeting: 'completed' }, { meeting: ['completed', 'no_show'] }) },
);
const sla: fc.Arbitrary<Timed> = fc
  .record({
    of: some('sales', 'sales', 'sdr', 'marketing'),
    grain: some(undefined, undefined, undefined, 'lead', 'opportunity', 'opportunity' as const),
    lead: some(...leadEvents),
    deal: some(...dealEvents),
    kept,
    applies: maybe(flow),
    unless: some<Timed['unless']>('connected', 'replied', ['connected', 'replied']),
    isEnded: biased(30),
    repeat: some(undefined, undefined, undefined, true),
  })
  .map(({ lead, deal, isEnded, unless, ...rest }) =>
    withoutUndefined({
      ...rest,
      unless: isEnded ? unless : undefined,
      from: rest.grain === 'opportunity' ? deal : lead,
      within: '3d' as const,
    }),
  ) as fc.Arbitrary<Timed>;

/* biome-ignore-start lint/suspicious/noThenProperty: the word of the document; it is data and never awaited */
const reason = fc.oneof(
  {
    weight: 3,
    arbitrary: maybe(some(...programNames), 3).map((id) => withoutUndefined({ then: 'recycle' as const, program: id })),
  },
  { weight: 2, arbitrary: some({ then: 'disqualify' as const }) },
  { weight: 1, arbitrary: some(...handOffNames).map((id) => ({ then: 'hand_off' as const, handOff: id })) },
) as fc.Arbitrary<Entry<'reasons'>>;

/** Promises that leave no hole with sales, and with an SDR that is part of it. */
const soundPromises: Section<'sla'> = {
  decision: { of: 'sales', from: 'lead.assigned', kept: [...decided], within: '3d' },
  follow_up: { of: 'sales', from: 'lead.accepted', kept: [...followed, 'lead.handed_off'], within: '30d' },
  deal_alive: { of: 'sales', grain: 'opportunity', from: 'opportunity.opened', kept: [...closed], within: '90d' },
};
const soundMarketing: Section<'sla'> = {
  passed_on: { of: 'marketing', from: 'lead.captured', kept: ['lead.handed_off', 'lead.disqualified'], within: '1d' },
  taken_back: { of: 'marketing', from: 'lead.assigned', kept: [...decided], within: '3d' },
  looked_after: { of: 'marketing', from: 'lead.accepted', kept: [...followed], within: '9d' },
  own_deals: { of: 'marketing', grain: 'opportunity', from: 'opportunity.opened', kept: [...closed], within: '9d' },
};
const soundReadiness: Section<'readiness'> = {
  hot: { engagement: { atLeast: 40 } },
  warm: { engagement: { atLeast: 15 } },
  raw: {},
};
const soundHandOffs: Section<'handOffs'> = {
  to_sales: { from: 'marketing', to: 'sales', when: { readiness: 'hot' }, requires: ['company.employees'] },
  to_sdr: { from: 'marketing', to: 'sdr', when: { readiness: 'warm' } },
  sdr_to_sales: {
    from: 'sdr',
    to: 'sales',
    when: { meeting: 'completed' },
    requires: ['answers.timeline'],
    opens: 'opportunity',
  },
};
const soundPrograms: Section<'programs'> = {
  newsletter: { owner: 'marketing', for: 'raw', atMost: '720d', next: 'disqualify' },
  drip: { owner: 'marketing', for: 'warm', atMost: '90d', next: { program: 'newsletter' } },
};
const soundReasons: Section<'reasons'> = {
  not_ready: { then: 'recycle', program: 'newsletter', revisitAfter: '90d' },
  wrong_profile: { then: 'disqualify' },
};
/* biome-ignore-end lint/suspicious/noThenProperty: end of the reasons */

/** An agreement without a hole, in the words of the generator. */
export const soundAgreement: AgreementInput = {
  teams: { marketing: {}, sales: {}, sdr: { partOf: 'sales' } },
  engagement: {
    owner: 'marketing',
    rules: [
      { id: 'demo', activity: 'demo', points: 40 },
      { id: 'webinar', activity: 'webinar', points: 15, cap: 30 },
    ],
  },
  questions: [{ id: 'timeline', ask: 'When?', askedBy: 'sdr', answers: { soon: 20, later: 0 } }],
  qualified: { when: { readiness: ['hot', 'warm'] }, by: 'marketing' },
  readiness: soundReadiness,
  handOffs: soundHandOffs,
  programs: soundPrograms,
  sla: { ...soundPromises, ...soundMarketing },
  reasons: soundReasons,
};

/** The sound section for most, with entries of its own beside it for some, or nothing but those. */
function sectionOf<T extends object>(sound: T, random: fc.Arbitrary<T>, soundShare: number): fc.Arbitrary<T> {
  return fc.tuple(fc.nat({ max: 99 }), random, biased(25)).map(([n, own, isBeside]) => {
    if (n >= soundShare) return own;
    return isBeside ? { ...sound, ...own } : sound;
  });
}

const readiness = sectionOf(
  soundReadiness,
  fc
    .tuple(conditionOf(judgedLeaves), conditionOf(judgedLeaves), maybe(some<ConditionText>({}), 4))
    .map(([hot, warm, raw]) => withoutUndefined({ hot, warm, raw: raw ?? { engagement: { atLeast: 0 } } })),
  80,
);

const sections = {
  readiness,
  handOffs: sectionOf(soundHandOffs, named(handOffNames, handOff, 4), 75),
  programs: sectionOf(soundPrograms, named(programNames, program, 3), 78),
  sla: sectionOf({ ...soundPromises, ...soundMarketing }, named(['one', 'two', 'three', 'four', 'five'], sla, 5), 88),
  reasons: sectionOf(soundReasons, named(['r1', 'r2', 'r3'], reason, 3), 85),
};

/** The path of one entry that is taken away: most agreements are sound, and lack one thing. */
const removal = fc.record({
  section: some('sla', 'sla', 'follow_up', 'passed_on', 'programs', 'reasons', 'handOffs', 'next'),
  index: fc.nat({ max: 9 }),
});

/** What a segment has otherwise: entries of its own, and entries that it has not. */
const override = fc
  .record({
    sla: maybe(fc.tuple(named(['decision', 'one', 'two'], fc.oneof(fc.constant(null), sla), 2)), 1),
    handOffs: maybe(named(handOffNames, fc.oneof(fc.constant(null), handOff), 2), 1),
    programs: maybe(named(programNames, fc.oneof(fc.constant(null), program), 1), 1),
    readiness: maybe(named(['hot', 'warm'], conditionOf(judgedLeaves), 1), 1),
  })
  .map(({ sla: promises, ...rest }) => withoutUndefined({ ...rest, sla: promises?.[0] }));

/** At most two of what makes most leads different, so that they stay few enough to be played one by one. */
const extras = fc.subarray(['source.channel', 'contact.country', 'company'] as const, { maxLength: 2 });

const document = fc.record({
  ...sections,
  told: extras,
  isPartOf: biased(85),
  hasSegments: fc.nat({ max: 2 }),
  overrides: fc.tuple(maybe(override), maybe(override)),
  hasProfile: biased(60),
  qualified: maybe(flow, 3),
  territories: fc.array(fc.record({ when: conditionOf(plainLeaves), team: some(...teams) }), { maxLength: 2 }),
  captured: biased(25),
  exclusion: maybe(conditionOf(plainLeaves.slice(1)), 1),
  isExcluded: biased(15),
  removed: fc.tuple(biased(35), removal).map(([isRemoved, one]) => (isRemoved ? one : undefined)),
});

type Drawn = typeof document extends fc.Arbitrary<infer T> ? T : never;

/** Asks something else wherever an agreement asks for what its leads are not told apart by. */
function restricted(value: unknown, told: readonly string[]): unknown {
  if (Array.isArray(value)) return value.map((part) => restricted(part, told));
  if (value === 'contact.country' && !told.includes(value)) return 'company.employees';
  if (typeof value !== 'object' || value === null) return value;
  const isUntold =
    ('company' in value && !told.includes('company')) || ('segment' in value && !told.includes('source.channel'));
  const isField = 'field' in value && (value.field === 'source.channel' || value.field === 'contact.country');
  if (isUntold || (isField && !told.includes(String(value.field)))) return { engagement: { activity: 'demo' } };
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, restricted(part, told)]));
}

function inputOf(drawn: Drawn): unknown {
  const { told, hasSegments } = drawn;
  return restricted(wholeInput({ ...drawn, hasSegments: told.includes('source.channel') ? hasSegments : 0 }), told);
}

function wholeInput(drawn: Drawn): unknown {
  const { isPartOf, hasSegments, overrides, hasProfile, qualified, territories, captured, exclusion, isExcluded } =
    drawn;
  const segments = [
    { id: 'partner', when: { field: 'source.channel', is: 'partner' } },
    { id: 'big', when: { field: 'company.employees', atLeast: 200 } },
  ].slice(0, hasSegments);
  const patches = segments.flatMap(({ id }, index) => (overrides[index] === undefined ? [] : [[id, overrides[index]]]));
  const { readiness: named_, handOffs, programs, sla: promises, reasons } = drawn;
  return withoutUndefined({
    teams: { marketing: {}, sales: {}, sdr: isPartOf ? { partOf: 'sales' } : {} },
    segments,
    overrides: Object.fromEntries(patches),
    engagement: {
      owner: 'marketing',
      rules: [
        { id: 'demo', activity: 'demo', points: 40 },
        { id: 'webinar', activity: 'webinar', points: 15, cap: 30 },
      ],
    },
    questions: [{ id: 'timeline', ask: 'When?', askedBy: 'sdr', answers: { soon: 20, later: 0 } }],
    profile: hasProfile
      ? {
          owner: 'sales',
          rules: [
            { id: 'size', when: { field: 'company.employees', atLeast: 200 }, points: 40 },
            { id: 'near', when: { field: 'contact.country', is: 'DE' }, points: 20 },
          ],
          grades: { A: 60, B: 40, C: 20 },
        }
      : undefined,
    terms: {
      lead: {
        means: 'A person.',
        requires: captured && drawn.told.includes('source.channel') ? ['source.channel'] : [],
      },
    },
    exclusions: isExcluded && exclusion !== undefined ? [{ id: 'out', when: exclusion }] : [],
    territories: territories.map((territory, index) => ({ id: `t${index}`, ...territory })),
    qualified: qualified === undefined ? undefined : { when: qualified, by: 'marketing' },
    readiness: named_,
    handOffs,
    programs,
    sla: promises,
    reasons,
  });
}

/** Takes one entry away, as somebody who forgot it. */
function lacking(agreement: Agreement, { removed }: Drawn): unknown {
  if (removed === undefined) return agreement;
  const copy = structuredClone(agreement) as unknown as Record<string, Record<string, Record<string, unknown>>>;
  if (removed.section === 'next') {
    for (const one of Object.values(copy.programs ?? {})) delete one.next;
    return copy;
  }
  const section = copy[removed.section] ?? copy.sla ?? {};
  const ids = Object.keys(section);
  const id = ids.includes(removed.section) ? removed.section : ids[removed.index % Math.max(1, ids.length)];
  if (id !== undefined) delete section[id];
  // The order names what there was.
  if (copy.order !== undefined) delete (copy as Record<string, unknown>).order;
  return copy;
}

function normalised(input: unknown): Agreement | null {
  try {
    return normaliseAgreement(input as AgreementInput);
  } catch (error) {
    // Names that nothing declares: the sections are drawn apart from each other.
    if (error instanceof AgreementError) return null;
    throw error;
  }
}

function withoutUndefined<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as T;
}

/** Agreements of all sorts: sound ones, sound ones that lack one thing, and wild ones. */
export const randomAgreements: fc.Arbitrary<Agreement> = document
  .map((drawn) => {
    const whole = normalised(inputOf(drawn));
    return whole === null ? null : normalised(lacking(whole, drawn));
  })
  .filter((agreement) => agreement !== null);
