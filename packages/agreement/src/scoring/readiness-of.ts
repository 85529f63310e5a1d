import type { Agreement } from '../agreement.ts';
import type { ConditionContext } from '../condition/condition-context.ts';
import { evaluateCondition } from '../condition/evaluate-condition.ts';

/**
 * The readiness of a lead: the first one, in the order of the agreement, whose condition holds.
 * @param context with grade, segment and points of engagement
 * @returns `null` for a lead that none of them takes
 * @example readinessOf(agreement, { fields: {}, engagementPoints: 45 }) // 'warm'
 */
export function readinessOf(
  agreement: Pick<Agreement, 'readiness' | 'order'>,
  context: ConditionContext,
): string | null {
  return (
    agreement.order.readiness.find((name) => {
      const condition = agreement.readiness[name];
      return condition !== undefined && evaluateCondition(condition, context);
    }) ?? null
  );
}
