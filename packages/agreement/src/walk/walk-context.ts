import type { Agreement, SlaClause } from '../agreement.ts';
import type { Condition } from '../condition/condition.ts';
import type { ConditionContext } from '../condition/condition-context.ts';
import { evaluateCondition } from '../condition/evaluate-condition.ts';
import type { WitnessLead } from '../lint/witness.ts';
import { leadContext } from '../solve/solved-lead.ts';
import type { MeetingStatus } from '../vocabulary/states.ts';
import { allOf, always, conditionText, isNever, never, notOf } from './combine-conditions.ts';
import { firstTeams } from './first-teams.ts';
import { hasFields } from './has-fields.ts';
import { narrowCondition } from './narrow-condition.ts';

/** Finds a lead for which a condition holds; `null` when there is none. It is complete. */
export type FindLead = (
  agreement: Agreement,
  wanted: Condition,
  options: { readonly segment: string | null },
) => WitnessLead | null;

/** An SLA with a time. */
export type TimedClause = Extract<SlaClause, { readonly kept: unknown }>;

/** What the walk of the leads of one segment and one readiness goes by. */
export interface WalkContext {
  readonly agreement: Agreement;
  readonly readiness: string | null;
  /** The teams that have new leads. */
  readonly firstTeams: readonly string[];
  /** SLAs with a time, as written. */
  readonly timed: readonly { readonly id: string; readonly clause: TimedClause }[];
  /** For which of the leads marketing says that they are qualified. */
  readonly qualified: Condition;
  /** What is left of a condition for these leads. */
  readonly narrow: (condition: Condition, met: readonly MeetingStatus[]) => Condition;
  /** One of these leads for which a condition holds. */
  readonly find: (wanted: Condition) => WitnessLead | null;
  /** Whether there is one. Much faster than `find` where one that was found before will do. */
  readonly isThere: (wanted: Condition) => boolean;
}

/**
 * What the walk of the leads of one segment and one readiness goes by.
 * @param agreement the one that holds for the segment
 * @param readiness `null` for leads that no readiness takes
 */
export function walkContext(
  agreement: Agreement,
  leads: { readonly segment: string | null; readonly readiness: string | null },
  findLead: FindLead,
): WalkContext {
  const { segment, readiness } = leads;
  const narrow: WalkContext['narrow'] = (condition, met) => narrowCondition(condition, { segment, readiness, met });
  const walked = allOf([
    readiness === null ? notOf({ readiness: agreement.order.readiness }) : { readiness: [readiness] },
    ...agreement.exclusions.map(({ when }) => notOf(when)),
    hasFields(agreement, agreement.terms.lead?.requires ?? []),
  ]);
  const found = new Map<string, WitnessLead | null>();
  const examples: ConditionContext[] = [];
  const find: WalkContext['find'] = (wanted) => {
    const asked = allOf([walked, wanted]);
    const key = conditionText(asked);
    const known = found.get(key);
    if (known !== undefined) return known;
    const lead = findLead(agreement, asked, { segment });
    found.set(key, lead);
    if (lead !== null) examples.push(leadContext(lead, agreement));
    return lead;
  };
  const isThere: WalkContext['isThere'] = (wanted) =>
    !isNever(wanted) && (examples.some((one) => evaluateCondition(wanted, one)) || find(wanted) !== null);
  return {
    agreement,
    readiness,
    firstTeams: firstTeams(agreement),
    timed: Object.entries(agreement.sla).flatMap(([id, clause]) => ('kept' in clause ? [{ id, clause }] : [])),
    qualified: agreement.qualified === undefined ? never : narrow(agreement.qualified.when ?? always, []),
    narrow,
    find,
    isThere,
  };
}
