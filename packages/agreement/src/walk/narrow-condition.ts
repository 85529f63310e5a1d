import type { Condition } from '../condition/condition.ts';
import { conditionParts } from '../condition/condition-kind.ts';
import type { MeetingStatus } from '../vocabulary/states.ts';
import { allOf, always, anyOf, never, notOf } from './combine-conditions.ts';

/** What is known of all leads that are walked together. */
export interface KnownOfLeads {
  readonly segment: string | null;
  readonly readiness: string | null;
  /** What became of meetings since the leads were judged. */
  readonly met: readonly MeetingStatus[];
}

/**
 * What is left of a condition for leads of which something is known. What was judged of them (segment, grade,
 * readiness) stays as it was; meetings that came since are beside those that they had.
 */
export function narrowCondition(condition: Condition, known: KnownOfLeads): Condition {
  if ('all' in condition) return allOf(condition.all.map((part) => narrowCondition(part, known)));
  if ('any' in condition) return anyOf(condition.any.map((part) => narrowCondition(part, known)));
  if ('not' in condition) return notOf(narrowCondition(condition.not, known));
  if ('readiness' in condition) return isOneOf(known.readiness, condition.readiness);
  if ('segment' in condition) return isOneOf(known.segment, condition.segment);
  return 'meeting' in condition && condition.meeting.some((status) => known.met.includes(status)) ? always : condition;
}

function isOneOf(value: string | null, values: readonly string[]): Condition {
  return value !== null && values.includes(value) ? always : never;
}

/** The states of meetings that conditions ask for: no other one makes a difference to them. */
export function meetingsAskedFor(conditions: readonly Condition[]): readonly MeetingStatus[] {
  const parts = conditions.flatMap((condition) => conditionParts(condition));
  return [...new Set(parts.flatMap(({ condition }) => ('meeting' in condition ? condition.meeting : [])))];
}
