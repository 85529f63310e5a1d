import { type Agreement, type Condition, effectiveAgreement, evaluateCondition } from '@sameteam/agreement';
import { conditionsOf } from '../../src/check/conditions-of.ts';
import type { WalkHole } from '../../src/walk/walk.ts';
import type { FindLead } from '../../src/walk/walk-context.ts';
import { type FoundHole, LeadSimulation } from './simulate-lead.ts';
import { type GridLead, gridOf, type JudgedLead, judge } from './simulated-lead.ts';

/** The leads of a segment that an agreement can tell apart, each kind once. */
export function leadsOf(base: Agreement, segment: string | null): readonly JudgedLead[] {
  const agreement = effectiveAgreement(base, segment);
  const asked = new Map(conditionsOf(agreement).map(({ condition }) => [JSON.stringify(condition), condition]));
  // Only what is about meetings can come to something else after them.
  const conditions = [...asked].map(([text, condition]) => ({ condition, isLater: text.includes('"meeting":') }));
  const kinds = new Map<string, JudgedLead>();
  for (const lead of gridOf(agreement)) {
    const judged = judge(agreement, lead);
    if (judged.segment === segment) kinds.set(answersOf(conditions, judged), judged);
  }
  return [...kinds.values()];
}

const later = [[], ['completed'], ['no_show'], ['completed', 'no_show']] as const;

/** Every answer that a condition can give for a lead, now and after meetings, and which fields it lacks. */
function answersOf(
  conditions: readonly { readonly condition: Condition; readonly isLater: boolean }[],
  lead: JudgedLead,
): string {
  let answers = `${lead.readiness} ${lead.answers?.timeline === undefined}`;
  for (const field of ['source.channel', 'company.employees', 'contact.country']) answers += lead.fields[field] == null;
  const known = later.map((met) => ({ ...lead, meetings: [...lead.meetings, ...met] }));
  for (const { condition, isLater } of conditions) {
    for (const then of isLater ? known : known.slice(0, 1)) answers += evaluateCondition(condition, then) ? '1' : '0';
  }
  return answers;
}

/** Every hole that leads of a segment fall into, by playing the life of each. */
export function simulatedHoles(base: Agreement, segment: string | null): readonly FoundHole[] {
  const agreement = effectiveAgreement(base, segment);
  const holes = new Map<string, FoundHole>();
  for (const lead of leadsOf(base, segment)) {
    const simulation = new LeadSimulation(agreement, lead);
    if (!simulation.isWalked) continue;
    for (const hole of simulation.holes()) holes.set(`${hole.kind} ${hole.place}`, hole);
  }
  // A hole of a hand-off is told once, whatever brings leads to it.
  return [...holes.values()].filter(({ kind, place }) => {
    const [section = '', name = '', key] = place.split('.');
    const reason = agreement.reasons[name];
    const next = agreement.programs[name]?.next;
    const by =
      section === 'reasons' && reason?.then === 'hand_off'
        ? reason.handOff
        : section === 'programs' && key === 'next' && typeof next === 'object' && 'handOff' in next
          ? next.handOff
          : null;
    return (
      by === null ||
      ![...holes.values()].some((other) => other.kind === kind && other.place.startsWith(`handOffs.${by}`))
    );
  });
}

/** Finds leads by trying those of the grid. */
export function gridFinder(): FindLead {
  const grids = new WeakMap<Agreement, ReturnType<typeof gridLeads>>();
  return (agreement, wanted, { segment }) => {
    const grid = grids.get(agreement) ?? gridLeads(agreement);
    grids.set(agreement, grid);
    const found = grid.find(({ judged }) => judged.segment === segment && evaluateCondition(wanted, judged));
    if (found === undefined) return null;
    const { lead, judged } = found;
    return {
      segment,
      fields: lead.fields,
      answers: lead.answers,
      engagements: lead.done.map((activity) => ({ activity, daysAgo: 0, times: 1 })),
      consents: [],
      companyStates: lead.companyStates,
      meetings: lead.meetings,
      daysSince: {},
      grade: judged.grade as 'A' | null,
      readiness: judged.readiness,
      engagementPoints: judged.engagementPoints,
    };
  };
}

function gridLeads(agreement: Agreement): readonly { readonly lead: GridLead; readonly judged: JudgedLead }[] {
  return gridOf(agreement).map((lead) => ({ lead, judged: judge(agreement, lead) }));
}

/** Whether a hole of a walk is one: its example lead, judged and played by hand, falls into it on the way that is told. */
export function isConfirmed(base: Agreement, segment: string | null, hole: WalkHole): boolean {
  const agreement = effectiveAgreement(base, segment);
  const { fields, answers, engagements, meetings, companyStates, readiness, grade } = hole.lead;
  const done = engagements.flatMap(({ activity, times }) => Array.from({ length: times }, () => activity));
  const judged = judge(agreement, { fields, answers, done, meetings, companyStates });
  if (judged.segment !== segment || judged.readiness !== readiness || judged.grade !== grade) return false;
  const simulation = new LeadSimulation(agreement, judged);
  return simulation.isWalked && simulation.confirms(hole.steps, { kind: hole.kind, place: hole.path.join('.') });
}
