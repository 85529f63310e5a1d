import type { Json } from '@sameteam/agreement';
import type { Random } from './seeded-random.ts';

/** A document as it is written, which is edited before it is read. */
export type Written = Record<string, Json>;

/** Makes documents whose names are each used for one thing only, so that a name can be replaced as text. */
export function randomDocument(random: Random): Written {
  const some = (name: string, least: number, most: number): readonly string[] =>
    Array.from({ length: random.integer(least, most) }, (_, index) => `${name}_${'abcdefgh'[index]}`);
  const one = <T>(values: readonly T[]): T => random.one(values);
  const few = <T>(values: readonly T[], least = 1): T[] => random.some(values, least);
  const maybe = (key: string, make: () => Json): Record<string, Json> => (random.isSo() ? { [key]: make() } : {});
  const record = (names: readonly string[], make: (name: string) => Json): Record<string, Json> =>
    Object.fromEntries(names.map((name) => [name, make(name)]));
  const count = (most = 60): number => random.integer(1, most);
  const days = (): string => `${count()}d`;
  const text = (): string => `Text ${count(9999)}`;
  const means = () => maybe('means', text);

  const teams = ['marketing', 'sales', ...some('team', 1, 3)];
  const names = {
    calendar: some('calendar', 0, 2),
    list: some('list', 1, 3),
    segment: some('segment', 1, 3),
    question: some('question', 0, 3),
    readiness: some('readiness', 2, 4),
    handOff: some('handoff', 1, 3),
    program: some('program', 1, 3),
    sla: some('sla', 2, 5),
    reason: some('reason', 1, 4),
    pipeline: some('pipeline', 0, 2),
    metric: some('metric', 0, 5),
  };
  const answersOf = (question: string) => ['a', 'b', 'c'].map((letter) => `answer_of_${question}_${letter}`);
  const fields = ['company.country', 'source.channel', 'source.campaign', 'contact.role', 'lead.product'] as const;

  const part = (): Json => {
    const forms: readonly (() => Json)[] = [
      () => ({ field: one(fields), is: text() }),
      () => ({ field: one(fields), in: [text(), `Other ${count()}`] }),
      () => ({ field: 'company.employees', between: [count(), 100 + count()] }),
      () => ({ field: 'company.employees', atLeast: count(999) }),
      () => ({ field: 'company.annualRevenue', atMost: count(999) }),
      () => ({ field: one(fields), inList: one(names.list) }),
      () => ({ company: few(['customer', 'open_deal']) }),
    ];
    return one(forms)();
  };
  const judged = (): Json => {
    const forms: readonly (() => Json)[] = [
      part,
      () => ({ grade: few(['A', 'B', 'C', 'D']) }),
      () => ({ engagement: { atLeast: count() } }),
      () => ({ engagement: { activity: [text()], count: count(9), within: days() } }),
      () => ({ daysSince: { event: 'lead.replied', atLeast: count() } }),
      ...names.question.map((question) => () => ({ answer: { [question]: few(answersOf(question)) } })),
    ];
    return one(forms)();
  };
  const when = (make: () => Json): Json => {
    const parts = () => Array.from({ length: 1 + (count(3) % 3) }, make);
    const forms = [
      make,
      () => ({ all: parts() }),
      () => ({ any: parts() }),
      () => ({ not: make() }),
      () => ({ all: [make(), { any: parts() }] }),
    ];
    return one(forms)();
  };
  const byReadiness = (): Json => ({ readiness: few(names.readiness) });

  const timed = (): Json => ({
    ...means(),
    of: one(teams),
    ...maybe('applies', byReadiness),
    from: one(['lead.assigned', 'lead.captured', 'lead.handed_off']),
    kept: one<Json>([
      { attempt: { automated: false } },
      { attempts: count() },
      ['lead.accepted', 'lead.rejected'],
      { meeting: ['completed'] },
    ]),
    within: { time: one([`${count()}wh`, `${count()}d`]), calendar: one(['owner', ...names.calendar]) },
    ...maybe('target', () => count(99) / 100),
    ...maybe('then', () => [{ remind: `${count()}m` }, { notify: one(teams), after: `${count()}h` }]),
    ...maybe('repeat', () => true),
  });
  const promise = (): Json =>
    one<() => Json>([
      timed,
      timed,
      () => ({
        ...means(),
        of: one(teams),
        count: { [one(['qualified', ...names.metric])]: count(), [one(names.readiness)]: count() },
        per: 'month',
      }),
      () => ({ ...means(), of: one(teams), metric: 'acceptance_rate', atLeast: count(99) / 100, per: 'month' }),
    ])();
  const metric = (name: string): Json => {
    const earlier = names.metric.slice(0, names.metric.indexOf(name));
    const counted = (): Json =>
      one<() => Json>([
        () => ({ count: { stage: one(['mql', 'sal', 'won']) } }),
        () => ({ rate: { from: 'mql', to: one(['sal', 'won']), ...maybe('within', days) } }),
        () => ({ time: { from: 'captured', to: one(['sal', 'won']), quantile: count(99) / 100 } }),
        () => ({ of: one(['bookings', 'sla_attainment', 'win_rate']) }),
      ])();
    const composed = (): Json =>
      one<() => Json>([
        () => ({ over: one(['spend', ...earlier]), per: one(['won', ...earlier]) }),
        () => ({ sum: ['open_pipeline', '-bookings'] }),
        ...earlier.map((part) => () => ({ of: part })),
      ])();
    const where = (): Json => ({
      ...maybe('source.channel', () => [text()]),
      readiness: few(names.readiness),
      team: [one(teams)],
    });
    const isCounted = earlier.length === 0 || random.isSo();
    return {
      ...means(),
      ...maybe('label', text),
      ...maybe('better', () => one(['up', 'down'])),
      ...((isCounted ? counted() : composed()) as Record<string, Json>),
      ...(isCounted ? maybe('where', where) : {}),
    };
  };
  /* biome-ignore-start lint/suspicious/noThenProperty: the word of the document; it is data and never awaited */
  const reason = (): Json =>
    one<() => Json>([
      () => ({ ...means(), then: 'disqualify' }),
      () => ({
        ...means(),
        then: 'recycle',
        program: one(names.program),
        revisitAfter: days(),
        ...maybe('reviveWhen', judged),
      }),
      () => ({ ...means(), ...maybe('needs', () => one(names.sla)), then: 'recycle', program: one(names.program) }),
      () => ({ then: 'hand_off', handOff: one(names.handOff) }),
    ])();
  /* biome-ignore-end lint/suspicious/noThenProperty: end of the reasons */
  const stage = (id: string): Json => ({
    id,
    ...means(),
    probability: count(100) / 100,
    entered: one(teams),
    ...maybe('requires', () => ['opportunity.amount', 'opportunity.closeDate']),
    ...maybe('exit', text),
  });

  const document: Written = {
    sameteam: 1,
    name: text(),
    version: count(),
    timeZone: one(['UTC', 'Europe/Berlin', 'America/New_York']),
    ...maybe('fiscalYear', () => ({ starts: '02-01', week: 'mon' })),
    ...maybe('rates', () => ({
      USD: [{ rate: count() / 10 }, { from: '2026-01-01', rate: count() / 10 }],
      CHF: [{ rate: 2 }],
    })),
    teams: record(teams, (name) => ({
      ...means(),
      ...maybe('head', () => `${name}@acme.example`),
      ...(name === 'team_a' ? { partOf: 'sales' } : {}),
      ...maybe('capacity', () => ({ people: count(), attempts: count() })),
    })),
    ...maybe('signatures', () => ({ required: ['marketing', 'sales'], witness: ['ceo', 'cfo'] })),
    calendars: record(names.calendar, () => ({
      ...means(),
      days: few(['mon', 'tue', 'wed', 'thu', 'fri', 'sat'], 2),
      hours: ['09:00-17:30'],
      ...maybe('zone', () => 'Europe/Vienna'),
      ...maybe('holidays', () => one(['DE', 'AT', 'FR'])),
      ...maybe('closed', () => ['12-24', '12-31']),
      ...maybe('halfDays', () => [{ on: '12-23', hours: ['09:00-12:00'] }]),
    })),
    ...maybe('rosters', () => ({ sales: { file: 'sales.csv' } })),
    lists: record(names.list, (name) => ({ file: `${name}.csv`, key: 'company.domain' })),
    terms: record(some('term', 1, 3), () => ({
      means: text(),
      ...maybe('entered', () => one(teams)),
      ...maybe('requires', () => ['contact.email', ...names.question.map((question) => `answers.${question}`)]),
      ...maybe('createdWhen', text),
    })),
    fields: few(fields).map((field) => ({ field, entered: one(teams), ...maybe('keptIn', text), ...means() })),
    exclusions: some('exclusion', 0, 3).map((id) => ({ id, ...means(), when: when(part) })),
    segments: names.segment.map((id) => ({ id, ...means(), when: when(part) })),
    territories: some('territory', 0, 3).map((id) => ({ id, when: when(part), team: one(teams) })),
    profile: {
      owner: one(teams),
      ...means(),
      rules: some('fit', 1, 4).map((id) => ({ id, when: when(part), points: count(), ...maybe('why', text) })),
      grades: { A: 60, B: 40, C: 20 },
    },
    engagement: {
      owner: one(teams),
      ...maybe('halfLife', days),
      rules: some('deed', 1, 4).map((id) => ({
        id,
        activity: text(),
        points: count(),
        ...maybe('cap', () => 90 + count()),
        ...maybe('why', text),
      })),
    },
    questions: names.question.map((id) => ({
      id,
      ask: text(),
      askedBy: one(teams),
      answers: record(answersOf(id), () => count()),
    })),
    readiness: record(names.readiness, () => when(judged)),
    ...maybe('qualified', () => ({
      when: byReadiness(),
      by: one(teams),
      companies: { contacts: count(9), within: days() },
    })),
    handOffs: record(names.handOff, () => ({
      ...means(),
      from: 'marketing',
      to: one(['sales', 'team_a']),
      when: byReadiness(),
      ...maybe('requires', () => ['contact.email', 'company.name']),
      ...maybe('assign', () =>
        one<Json>([{ rotate: 'even' }, { owner: 'account', otherwise: { rotate: 'weighted' } }]),
      ),
      ...maybe('followUp', text),
    })),
    programs: record(names.program, () => ({
      ...means(),
      owner: one(teams),
      for: few(names.readiness),
      ...maybe('exit', byReadiness),
      ...maybe('atMost', days),
    })),
    sla: record(names.sla, promise),
    reasons: record(names.reason, reason),
    pipelines: record(names.pipeline, (name) => ({ ...means(), stages: some(`stage_of_${name}`, 1, 4).map(stage) })),
    ...maybe('sourcing', () => ({ rule: 'last_touch', window: days(), influence: { window: days() } })),
    metrics: record(names.metric, metric),
    ...maybe('expected', () => ({ mql_to_sal: count(99) / 100, mql_to_won: count(99) / 100 })),
    ...maybe('plan', () => ({ [one(['qualified', ...names.metric])]: { '2026-10': count(), '2026-11': count() } })),
    goals: some('goal', 0, 3).map((id) => ({
      id,
      metric: one(['bookings', 'won_count', ...names.metric]),
      per: 'quarter',
      target: count(9999),
      teams: few(teams),
    })),
    ...maybe('compensation', () => ({
      sales: [
        { metric: 'bookings', share: 0.3 },
        { metric: 'qualified_pipeline', share: 0.3 },
      ],
    })),
    ...maybe('windows', () => ({ lead_to_win: days(), mql_to_sal: days() })),
    ...maybe('index', () => ({
      parts: [
        { metric: 'sla_attainment', weight: 2 },
        { metric: 'acceptance_rate', weight: 1 },
      ],
    })),
    ...maybe('cadence', () => ({ review: 'week', pulse: 'month' })),
    ...maybe('privacy', () => ({ repFigures: ['self', 'manager'], smallestGroup: count() })),
  };
  return { ...document, overrides: overridesFor(document, names, { one, maybe, count, text }) };
}

interface Tools {
  readonly one: <T>(values: readonly T[]) => T;
  readonly maybe: (key: string, make: () => Json) => Record<string, Json>;
  readonly count: (most?: number) => number;
  readonly text: () => string;
}

/** What the segments have of their own: parts of SLAs, programs, reasons, windows, a list of rules, an entry less. */
function overridesFor(
  document: Written,
  names: { readonly segment: readonly string[]; readonly program: readonly string[] },
  { one, maybe, count, text }: Tools,
): Json {
  const sla = document.sla as Record<string, Record<string, Json>>;
  const timed = Object.keys(sla).filter((name) => sla[name]?.within !== undefined);
  const ofSegment = (): Json => ({
    ...(timed.length === 0
      ? {}
      : maybe('sla', () => ({
          [one(timed)]: { within: { time: `${count()}wh` }, ...maybe('target', () => count(99) / 100) },
        }))),
    ...maybe('programs', () => ({ [one(names.program)]: { atMost: `${count()}d`, ...maybe('means', text) } })),
    ...maybe('windows', () => ({ lead_to_win: `${count()}d` })),
    ...maybe('profile', () => ({
      rules: [{ id: 'own_fit', when: { field: 'company.employees', atLeast: count() }, points: count() }],
    })),
  });
  const own = names.segment.filter(() => count(3) > 1);
  return Object.fromEntries(
    own.map((segment) => [segment, ofSegment()]).filter(([, patch]) => Object.keys(patch as object).length > 0),
  );
}
