import type { Agreement } from '../agreement.ts';
import type { ConditionContext } from '../condition/condition-context.ts';
import type { WitnessLead } from '../lint/witness.ts';
import { builtinLists } from '../vocabulary/builtin-lists.ts';

/** What is known of a lead before anything is derived from it. */
export type LeadInput = Omit<WitnessLead, 'segment' | 'grade' | 'readiness' | 'engagementPoints'> & {
  /** By name of a list that is kept in a file: those of its entries that matter for the lead. */
  readonly lists?: Readonly<Record<string, readonly string[]>>;
};

/**
 * An example lead with everything that the agreement makes of it. `daysAgo` of an engagement has a fraction where a
 * condition tells hours or minutes.
 */
export interface SolvedLead extends WitnessLead {
  readonly lists: Readonly<Record<string, readonly string[]>>;
  /** Points of the profile; `null` without a profile. */
  readonly profilePoints: number | null;
}

const dayMs = 86_400_000;

/**
 * A lead about whom nothing is known.
 * @example judgeLead(agreement, unknownLead).readiness // 'raw'
 */
export const unknownLead: LeadInput = {
  fields: {},
  answers: {},
  engagements: [],
  consents: [],
  companyStates: [],
  meetings: [],
  daysSince: {},
};

/**
 * What `evaluateCondition` takes for an example lead: asked at time 0, with everything that happened before it.
 * What the lead says of itself (grade, readiness, segment, points) is taken from it where it is there.
 * @param agreement says which lists there are
 * @example leadContext(unknownLead, agreement).nowMs // 0
 */
export function leadContext(
  lead: LeadInput & Partial<WitnessLead>,
  agreement: Pick<Agreement, 'lists'>,
): ConditionContext & { readonly nowMs: number } {
  const { segment = null, grade = null, readiness = null, engagementPoints } = lead;
  return {
    nowMs: 0,
    fields: lead.fields,
    answers: lead.answers,
    consents: lead.consents,
    companyStates: lead.companyStates,
    meetings: lead.meetings,
    engagements: lead.engagements.flatMap(({ activity, daysAgo, times }) =>
      Array.from({ length: times }, () => ({ activity, timeMs: -Math.round(daysAgo * dayMs) })),
    ),
    lastEventMs: Object.fromEntries(Object.entries(lead.daysSince).map(([event, days]) => [event, -days * dayMs])),
    lists: Object.fromEntries(
      Object.entries(agreement.lists).map(([name, list]) => [
        name,
        new Set((list === 'builtin' ? builtinLists : (lead.lists ?? {}))[name] ?? []),
      ]),
    ),
    segment,
    grade,
    readiness,
    ...(engagementPoints === undefined ? {} : { engagementPoints }),
  };
}
