import {
  type Agreement,
  type CompanyState,
  type ConditionContext,
  evaluateCondition,
  type FieldValue,
  type MeetingStatus,
} from '@sameteam/agreement';

/** A lead of the grid, before anything is judged. */
export interface GridLead {
  readonly fields: Readonly<Record<string, FieldValue>>;
  readonly answers: Readonly<Record<string, string>>;
  /** Activities, each as often as it was done. All of them are fresh. */
  readonly done: readonly string[];
  readonly meetings: readonly MeetingStatus[];
  readonly companyStates: readonly CompanyState[];
}

interface Dimension {
  /** Text in an agreement without which the dimension makes no difference. */
  readonly asked: string;
  /** Text with which another dimension takes its place. */
  readonly unless?: string;
  readonly values: readonly Partial<GridLead>[];
}

const channel = ['web', 'partner', 'event', null].map((value) => ({ fields: { 'source.channel': value } }));
const employees = [50, 500, null].map((value) => ({ fields: { 'company.employees': value } }));
const country = ['DE', 'US', null].map((value) => ({ fields: { 'contact.country': value } }));
const timeline = [{ answers: { timeline: 'soon' } }, { answers: { timeline: 'later' } }, { answers: {} }];
const webinars = [[], ['webinar'], ['webinar', 'webinar']];
const demos = [[], ['demo']];
/** An override of the activity keeps the count of the condition that it changes: then two demos are told from one. */
const countedDemos = [...demos, ['demo', 'demo']];
const doneWith = (those: readonly (readonly string[])[]) =>
  webinars.flatMap((activities) => those.map((others) => ({ done: [...others, ...activities] })));
const meetings = [[], ['completed'], ['no_show'], ['completed', 'no_show']] as const;

/** Everything that the agreements of the generator can tell leads apart by. */
const dimensions: readonly Dimension[] = [
  { asked: 'source.channel', values: channel },
  { asked: 'company.employees', values: employees },
  { asked: 'contact.country', values: country },
  { asked: 'timeline', values: timeline },
  { asked: 'engagement', unless: '"count":', values: doneWith(demos) },
  { asked: '"count":', values: doneWith(countedDemos) },
  { asked: '"meeting":', values: meetings.map((statuses) => ({ meetings: statuses })) },
  { asked: '"company":', values: [{ companyStates: [] }, { companyStates: ['customer'] }] },
];

const blank: GridLead = { fields: {}, answers: {}, done: [], meetings: [], companyStates: [] };

/** All leads that an agreement of the generator can tell apart. */
export function gridOf(agreement: Agreement): readonly GridLead[] {
  const text = JSON.stringify(agreement);
  return dimensions
    .filter(({ asked, unless }) => text.includes(asked) && !(unless !== undefined && text.includes(unless)))
    .reduce<readonly GridLead[]>(
      (leads, { values }) =>
        leads.flatMap((lead) =>
          values.map((value) => ({ ...lead, ...value, fields: { ...lead.fields, ...value.fields } })),
        ),
      [blank],
    );
}

/** A lead with what an agreement makes of it. */
export interface JudgedLead extends ConditionContext {
  readonly segment: string | null;
  readonly grade: string | null;
  readonly readiness: string | null;
  readonly engagementPoints: number;
  readonly meetings: readonly MeetingStatus[];
}

/** Judges a lead by hand: points add up, up to their caps; the grade is the best whose points are reached. */
export function judge(agreement: Agreement, lead: GridLead): JudgedLead {
  const known: ConditionContext = {
    fields: lead.fields,
    answers: lead.answers,
    meetings: lead.meetings,
    companyStates: lead.companyStates,
    engagements: lead.done.map((activity) => ({ activity, timeMs: 0 })),
    nowMs: 0,
  };
  let segment: string | null = null;
  for (const { id, when } of [...agreement.segments].reverse()) if (evaluateCondition(when, known)) segment = id;
  let points = 0;
  for (const rule of agreement.engagement?.rules ?? []) {
    const times = lead.done.filter((activity) => activity === rule.activity).length;
    points += Math.min(times * rule.points, rule.cap ?? Number.POSITIVE_INFINITY);
  }
  for (const { id, answers } of agreement.questions) {
    const answer = lead.answers[id];
    if (answer !== undefined) points += answers[answer] ?? 0;
  }
  const grade = gradeByHand(agreement, { ...known, segment });
  const before = { ...known, segment, grade, engagementPoints: points };
  let readiness: string | null = null;
  for (const name of [...agreement.order.readiness].reverse()) {
    const when = agreement.readiness[name];
    if (when !== undefined && evaluateCondition(when, before)) readiness = name;
  }
  return { ...before, readiness, meetings: lead.meetings };
}

function gradeByHand({ profile }: Agreement, known: ConditionContext): string | null {
  if (profile === undefined) return null;
  let points = 0;
  for (const rule of profile.rules) if (evaluateCondition(rule.when, known)) points += rule.points;
  const given = (['A', 'B', 'C'] as const).filter((grade) => profile.grades[grade] !== undefined);
  for (const grade of given) if (points >= (profile.grades[grade] ?? 0)) return grade;
  const last = given.at(-1);
  return last === undefined ? null : (['A', 'B', 'C', 'D'][['A', 'B', 'C'].indexOf(last) + 1] ?? 'D');
}
