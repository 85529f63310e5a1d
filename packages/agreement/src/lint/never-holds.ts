import type { Condition } from '../condition/condition.ts';
import { withDeclaredLists } from '../solve/declared-lists.ts';
import { findLead } from '../solve/find-lead.ts';
import { isLeftToDeadReadiness } from './left-to-dead-readiness.ts';
import type { Variant } from './lint-rule.ts';

/**
 * Whether a condition can hold for some lead of a variant; the document without a segment is asked of all leads.
 * Decided. What is excluded counts, and a list that nobody declares is one that is kept in a file.
 */
export function canHold({ agreement, segment }: Variant, condition: Condition): boolean {
  // Only conditions of some sections have their lists declared: this one is looked at as one of them.
  const { lists } = withDeclaredLists({ ...agreement, exclusions: [{ id: 'asked', when: condition }] });
  const declared = withDeclaredLists({ ...agreement, lists });
  return findLead(declared, condition, segment === null ? {} : { segment }) !== null;
}

/**
 * Whether there are leads of a variant, and a condition can hold for none of them. What asks for a readiness that no lead
 * has is left to `dead-readiness`.
 */
export function neverHolds(variant: Variant, condition: Condition): boolean {
  const isPossible = (wanted: Condition) => canHold(variant, wanted);
  if (isPossible(condition) || !isPossible({})) return false;
  return !isLeftToDeadReadiness(condition, variant.agreement.order.readiness, isPossible);
}
