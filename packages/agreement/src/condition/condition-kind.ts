import type { PathStep } from '../issue/agreement-issue.ts';
import type { Condition } from './condition.ts';

/** What a condition asks for. */
export type ConditionKind =
  | 'all'
  | 'any'
  | 'not'
  | 'field'
  | 'grade'
  | 'readiness'
  | 'segment'
  | 'engagement'
  | 'answer'
  | 'consent'
  | 'company'
  | 'daysSince'
  | 'meeting'
  | 'always';

/**
 * What a condition asks for, by its key.
 * @returns `always` for `{}`
 * @example conditionKind({ grade: ['A'] }) // 'grade'
 */
export function conditionKind(condition: Condition): ConditionKind {
  if ('field' in condition) return 'field';
  const [key] = Object.keys(condition);
  return (key as ConditionKind | undefined) ?? 'always';
}

/** A condition inside another, and the steps that lead to it. */
export interface ConditionPart {
  readonly condition: Condition;
  readonly path: readonly PathStep[];
}

/**
 * A condition and all conditions inside it, outer ones first. O(size of the condition).
 * @param path steps to the condition itself
 * @example conditionParts({ not: { grade: ['A'] } })[1] // { condition: { grade: ['A'] }, path: ['not'] }
 */
export function conditionParts(condition: Condition, path: readonly PathStep[] = []): readonly ConditionPart[] {
  const own = { condition, path };
  if ('all' in condition) return [own, ...partsOfList(condition.all, [...path, 'all'])];
  if ('any' in condition) return [own, ...partsOfList(condition.any, [...path, 'any'])];
  if ('not' in condition) return [own, ...conditionParts(condition.not, [...path, 'not'])];
  return [own];
}

function partsOfList(conditions: readonly Condition[], path: readonly PathStep[]): readonly ConditionPart[] {
  return conditions.flatMap((condition, index) => conditionParts(condition, [...path, index]));
}
