import type { ConditionContext } from '../condition-context.ts';

/** A condition that was compiled: whether it holds for what is known of a lead. */
export type CompiledCondition = (context: ConditionContext) => boolean;

/** Where an answer leads: to the answer of the whole condition, or to the next question. */
export type Next = boolean | CompiledCondition;

/**
 * One question that is told where its answers lead. So `all`, `any` and `not` cost no call of their own: a condition
 * takes one call for each question that is really asked.
 */
export type Question = (yes: Next, no: Next) => CompiledCondition;

/** Goes where an answer leads. */
export function follow(next: Next, context: ConditionContext): boolean {
  return next === true || (next !== false && next(context));
}
