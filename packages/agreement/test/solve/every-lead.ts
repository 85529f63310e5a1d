import {
  type Agreement,
  type CompanyState,
  type ConditionContext,
  type ContextConsent,
  effectiveAgreement,
  evaluateCondition,
  type MeetingStatus,
} from '@sameteam/agreement';
import { activities, answers, channels, domains, employeeBounds, textOf } from './random-agreement.ts';

/**
 * The oracle: it tries every lead of a random agreement, one after the other, and shares nothing with the solver but
 * `evaluateCondition`. Points are added up by hand.
 */

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

interface Event {
  readonly activity: string;
  readonly ageMs: number;
}

/** What halving does to whole thousandths, told by hand: half-lives of 24, 36 and 48 hours. */
function left(thousandths: number, halfLife: string | undefined, ageMs: number): number {
  if (halfLife === undefined) return thousandths;
  const hours = { '1d': 24, '36h': 36, '2d': 48 }[halfLife];
  if (hours === undefined) throw new Error(`no such half-life: ${halfLife}`);
  const wholeDays = Math.floor(ageMs / dayMs);
  const size = Math.abs(thousandths) / 2 ** ((wholeDays * 24) / hours);
  return Math.sign(thousandths) * Math.round(size);
}

/** What one event brings by each rule. */
function ruleWorth({ engagement }: Agreement, event: Event): readonly number[] {
  const { rules = [], halfLife } = engagement ?? {};
  return rules.map(({ activity, points }) =>
    activity === event.activity ? left(Math.round(points * 1000), halfLife, event.ageMs) : 0,
  );
}

function atCap(sum: number, cap: number | undefined): number {
  if (cap === undefined) return sum;
  const limit = Math.abs(Math.round(cap * 1000));
  return Math.max(-limit, Math.min(limit, sum));
}

function ruleSums(agreement: Agreement, events: readonly Event[]): readonly number[] {
  const worth = events.map((event) => ruleWorth(agreement, event));
  return (agreement.engagement?.rules ?? []).map(({ cap }, rule) => {
    let sum = 0;
    for (const one of worth) sum += one[rule] ?? 0;
    return atCap(sum, cap);
  });
}

interface CountTest {
  readonly activity?: readonly string[];
  readonly count: number;
  readonly within?: string;
}

function countTests(value: unknown): readonly CountTest[] {
  if (typeof value !== 'object' || value === null) return [];
  const { engagement } = value as { readonly engagement?: CountTest };
  const test = engagement?.count === undefined ? [] : [engagement];
  return [...test, ...Object.values(value).flatMap(countTests)];
}

const mostDone = 2500;
const mostLeads = 40_000;

/**
 * Everything that leads can have done, as far as it can make a difference: one list of events for each.
 * @returns `null` when that is too much to try
 */
function everythingDone(agreement: Agreement): readonly (readonly Event[])[] | null {
  const variants = [agreement, ...agreement.segments.map(({ id }) => effectiveOf(agreement, id))];
  const text = textOf(agreement);
  const tests = countTests(JSON.parse(text));
  const sinceEngaged = text.includes('lead.engaged');
  const decays = variants.some(({ engagement }) => engagement?.halfLife !== undefined);
  const hours = [
    0,
    ...(text.includes('"within"') ? [12, 13, 24, 25, 48, 49] : []),
    ...(sinceEngaged ? [24, 48, 72] : []),
    ...(decays ? [24, 48, 72, 96, 120, 144, 168, 192] : []),
  ];
  const names = [...new Set([...activities, ...(sinceEngaged || tests.length > 0 ? ['call', 'nothing named'] : [])])];
  const options = names.flatMap((activity) => [...new Set(hours)].map((h): Event => ({ activity, ageMs: h * hourMs })));
  const limitMs = { '12h': 12 * hourMs, '1d': dayMs, '2d': 2 * dayMs };
  const caps = variants.map(({ engagement }) => (engagement?.rules ?? []).map(({ cap }) => cap));
  interface Done {
    readonly events: readonly Event[];
    /** By variant and rule, held at its cap. */
    readonly sums: readonly (readonly number[])[];
    readonly counts: readonly number[];
    /** Whole days since the last one, 9 for never. */
    readonly newest: number;
  }
  // Of events that change the same, one is enough.
  const steps = new Map(
    options.map((event) => {
      const worth = variants.map((variant) => ruleWorth(variant, event));
      const counted = tests.map(({ activity, within }) => {
        const limit = within === undefined ? Number.POSITIVE_INFINITY : limitMs[within as keyof typeof limitMs];
        return (activity?.includes(event.activity) ?? true) && event.ageMs <= limit ? 1 : 0;
      });
      const newest = sinceEngaged ? Math.min(3, Math.floor(event.ageMs / dayMs)) : 9;
      return [JSON.stringify([worth, counted, newest]), { event, worth, counted, newest }];
    }),
  );
  const keyOf = ({ sums, counts, newest }: Omit<Done, 'events'>) => `${sums.join(';')}|${counts.join()}|${newest}`;
  const nothing = {
    events: [],
    sums: variants.map((variant) => ruleSums(variant, [])),
    counts: tests.map(() => 0),
    newest: 9,
  };
  const found = new Map<string, Done>([[keyOf(nothing), nothing]]);
  for (const before of found.values()) {
    if (found.size > mostDone) return null;
    for (const { event, worth, counted, newest } of steps.values()) {
      const done = {
        sums: before.sums.map((all, v) => all.map((sum, r) => atCap(sum + (worth[v]?.[r] ?? 0), caps[v]?.[r]))),
        counts: before.counts.map((count, index) => Math.min(tests[index]?.count ?? 0, count + (counted[index] ?? 0))),
        newest: Math.min(before.newest, newest),
      };
      if (done.sums.some((all) => all.some((sum) => Math.abs(sum) > 36))) continue;
      const key = keyOf(done);
      if (!found.has(key)) found.set(key, { ...done, events: [...before.events, event] });
    }
  }
  // Of those that come to the same points and counts, one is enough.
  const total = (sums: readonly number[]) => sums.reduce((sum, one) => sum + one, 0);
  const outcomes = new Map(
    [...found.values()].map((done) => [`${done.sums.map(total)}|${done.counts}|${done.newest}`, done.events]),
  );
  return [...outcomes.values()];
}

type Known = ConditionContext & { readonly nowMs: number };

/** What leads of an agreement can be, one list for each thing that its conditions ask for. */
function dimensionsOf(agreement: Agreement) {
  const text = textOf(agreement);
  const when = <T>(part: string, values: readonly T[], absent: T): readonly T[] =>
    text.includes(part) ? values : [absent];
  const ago = (event: string) => when(event, [null, 0, 1, 2, 3], null);
  const listed = text.includes('"named"') ? [false, true] : [false];
  const domain = when('company.domain', [null, ...domains, 'gmx.de', 'other.example'], null);
  return {
    channel: when('source.channel', [null, ...channels, 'web'], null),
    employees: when('company.employees', [null, ...employeeBounds.flatMap((n) => [n - 1, n, n + 1])], null),
    domain: domain.flatMap((name) => (name === null ? [false] : listed).map((isListed) => ({ name, isListed }))),
    states: when<readonly CompanyState[]>(
      '"company"',
      [[], ['customer'], ['open_deal'], ['customer', 'open_deal']],
      [],
    ),
    consents: text.includes('"consent"') ? everyConsent() : [[]],
    answer: agreement.questions.length > 0 ? [null, ...answers] : [null],
    meetings:
      text.includes('"meeting"') || text.includes('meeting.changed')
        ? ([
            [],
            ['completed'],
            ['no_show'],
            ['scheduled'],
            ['completed', 'no_show'],
          ] as const satisfies MeetingStatus[][])
        : [[]],
    answered: ago('lead.answered'),
    replied: ago('lead.replied'),
    changed: ago('meeting.changed'),
  };
}

type Dimensions = ReturnType<typeof dimensionsOf>;
type OneOfEach = { readonly [K in keyof Dimensions]: Dimensions[K][number] };

function* combinations(dimensions: Dimensions): Generator<OneOfEach> {
  const names = Object.keys(dimensions) as (keyof Dimensions)[];
  const places = names.map(() => 0);
  for (;;) {
    yield Object.fromEntries(names.map((name, index) => [name, dimensions[name][places[index] ?? 0]])) as OneOfEach;
    let at = 0;
    while (at < names.length) {
      places[at] = (places[at] ?? 0) + 1;
      if ((places[at] ?? 0) < dimensions[names[at] ?? 'channel'].length) break;
      places[at++] = 0;
    }
    if (at === names.length) return;
  }
}

/** Every combination of what an agreement asks for. */
function* everyRawLead(agreement: Agreement, done: readonly (readonly Event[])[]): Generator<Known> {
  const text = textOf(agreement);
  const asksAnswered = text.includes('lead.answered');
  const asksChanged = text.includes('meeting.changed');
  const freemail = new Set(['gmail.com', 'gmx.de']);
  const ago = (days: number | null) => (days === null ? undefined : -days * dayMs);
  const wholeDone = done.map((events) => ({
    engagements: events.map(({ activity, ageMs }) => ({ activity, timeMs: -ageMs })),
    lastMs: events.length === 0 ? undefined : -Math.min(...events.map(({ ageMs }) => ageMs)),
  }));
  for (const one of combinations(dimensionsOf(agreement))) {
    if (one.answer !== null && one.answered === null && asksAnswered) continue;
    if (asksChanged && one.meetings.length > 0 !== (one.changed !== null)) continue;
    const times = known({
      'lead.answered': ago(one.answered),
      'lead.replied': ago(one.replied),
      'meeting.changed': ago(one.changed),
    });
    for (const { engagements, lastMs } of wholeDone) {
      yield {
        nowMs: 0,
        fields: {
          'source.channel': one.channel,
          'company.employees': one.employees,
          'company.domain': one.domain.name,
        },
        lists: {
          named: new Set(one.domain.isListed && one.domain.name !== null ? [one.domain.name] : []),
          freemail,
        },
        companyStates: one.states,
        consents: one.consents,
        answers: { when: one.answer },
        meetings: one.meetings,
        engagements,
        lastEventMs: lastMs === undefined ? times : { ...times, 'lead.engaged': lastMs },
      };
    }
  }
}

function known<T extends object>(times: T): { [K in keyof T]: NonNullable<T[K]> } {
  return Object.fromEntries(Object.entries(times).filter(([, time]) => time !== undefined)) as never;
}

function everyConsent(): readonly (readonly ContextConsent[])[] {
  const pairs: readonly (readonly [string, string | null])[] = [
    ['sales', 'phone'],
    ['sales', null],
    ['news', 'phone'],
  ];
  return pairs.reduce<readonly (readonly ContextConsent[])[]>(
    (all, [purpose, channel]) =>
      all.flatMap((said) => [
        said,
        [...said, { purpose, channel, status: 'granted' }],
        [...said, { purpose, channel, status: 'denied' }],
      ]),
    [[]],
  );
}

/** A lead as the oracle judges it. */
export interface Judged {
  readonly excluded: boolean;
  readonly segment: string | null;
  readonly grade: string | null;
  readonly readiness: string | null;
  readonly engagementThousandths: number;
}

/** Judges a lead by hand: exclusions, segment, the agreement of the segment, grade, points, readiness. */
export function judgeByHand(agreement: Agreement, raw: Known): Judged {
  const excluded = agreement.exclusions.some(({ when }) => evaluateCondition(when, raw));
  const segment = agreement.segments.find(({ when }) => evaluateCondition(when, raw))?.id ?? null;
  const own = effectiveOf(agreement, segment);
  const grade = gradeByHand(own, { ...raw, segment });
  let total = engagedThousandths(own, raw.engagements ?? []);
  for (const { id, answers: worth } of own.questions) {
    const answer = raw.answers?.[id];
    if (answer !== null && answer !== undefined) total += Math.round((worth[answer] ?? 0) * 1000);
  }
  const context = { ...raw, segment, grade, engagementPoints: total / 1000 };
  let readiness: string | null = null;
  for (const name of own.order.readiness) {
    const condition = own.readiness[name];
    if (readiness === null && condition !== undefined && evaluateCondition(condition, context)) readiness = name;
  }
  return { excluded, segment, grade, readiness, engagementThousandths: total };
}

type Engagements = NonNullable<ConditionContext['engagements']>;

/** By agreement and what was done: leads that differ in something else did the same. */
const engaged = new WeakMap<Agreement, WeakMap<Engagements, number>>();

function engagedThousandths(own: Agreement, done: Engagements): number {
  const known = engaged.get(own) ?? new WeakMap<Engagements, number>();
  engaged.set(own, known);
  const before = known.get(done);
  if (before !== undefined) return before;
  const events = done.map(({ activity, timeMs }) => ({ activity, ageMs: -timeMs }));
  const total = ruleSums(own, events).reduce((sum, one) => sum + one, 0);
  known.set(done, total);
  return total;
}

function gradeByHand({ profile }: Agreement, context: ConditionContext): string | null {
  if (profile === undefined) return null;
  let sum = 0;
  for (const { when, points } of profile.rules) if (evaluateCondition(when, context)) sum += points;
  const { A, B, C, D } = profile.grades;
  if (A !== undefined && sum >= A) return 'A';
  if (B !== undefined && sum >= B) return 'B';
  if (C !== undefined && sum >= C) return 'C';
  if (D !== undefined && sum >= D) return 'D';
  if (D !== undefined) return null;
  if (C !== undefined) return 'D';
  if (B !== undefined) return 'C';
  return A !== undefined ? 'B' : null;
}

const effective = new WeakMap<Agreement, Map<string | null, Agreement>>();

function effectiveOf(agreement: Agreement, segment: string | null): Agreement {
  const all = effective.get(agreement) ?? new Map<string | null, Agreement>();
  effective.set(agreement, all);
  const known = all.get(segment) ?? effectiveAgreement(agreement, segment);
  all.set(segment, known);
  return known;
}

/**
 * How leads can be: every segment and readiness that any of them has, excluded leads left out.
 * @returns `null` for an agreement with too many different leads
 */
export function everyOutcome(agreement: Agreement): ReadonlySet<string> | null {
  const others = Object.values(dimensionsOf(agreement)).reduce((product, values) => product * values.length, 1);
  if (others > mostLeads) return null;
  const done = everythingDone(agreement);
  if (done === null || others * done.length > mostLeads) return null;
  const outcomes = new Set<string>();
  for (const raw of everyRawLead(agreement, done)) {
    const { excluded, segment, readiness } = judgeByHand(agreement, raw);
    if (!excluded) outcomes.add(`${segment}/${readiness}`);
  }
  return outcomes;
}
