import type { Agreement } from '../agreement.ts';
import type { ConditionContext } from '../condition/condition-context.ts';
import { evaluateCondition } from '../condition/evaluate-condition.ts';
import { type Grade, grades } from '../vocabulary/states.ts';
import { toThousandths } from './decayed-points.ts';

/**
 * Points of a lead by the profile: those of all rules that hold.
 * @returns whole thousandths; `null` for an agreement without a profile
 * @example profilePoints(agreement, { fields: { 'company.employees': 420 } }) // 25000
 */
export function profilePoints({ profile }: Pick<Agreement, 'profile'>, context: ConditionContext): number | null {
  if (profile === undefined) return null;
  return profile.rules
    .filter(({ when }) => evaluateCondition(when, context))
    .reduce((sum, { points }) => sum + toThousandths(points), 0);
}

/** A grade and the points from which it is given. */
export interface GradeRange {
  readonly grade: Grade;
  /** Whole thousandths; minus infinity for the grade after the last one given. */
  readonly from: number;
}

/**
 * The grades that a profile gives, best first. Below the last one with points it is the grade after it; where that is
 * D, or the profile gives none, a lead can be without a grade.
 * @returns an empty list for an agreement without grades
 * @example gradeRanges(agreement)[0] // { grade: 'A', from: 60000 }
 */
export function gradeRanges({ profile }: Pick<Agreement, 'profile'>): readonly GradeRange[] {
  const given = grades.flatMap((grade): readonly GradeRange[] => {
    const points = profile?.grades[grade];
    return points === undefined ? [] : [{ grade, from: toThousandths(points) }];
  });
  const last = given.at(-1);
  if (last === undefined) return [];
  const after = grades[grades.indexOf(last.grade) + 1];
  return after === undefined ? given : [...given, { grade: after, from: Number.NEGATIVE_INFINITY }];
}

/**
 * The grade that goes with points of the profile.
 * @param thousandths of `profilePoints`
 * @returns `null` where the agreement gives none
 * @example gradeOf(agreement, 45_000) // 'B'
 */
export function gradeOf(agreement: Pick<Agreement, 'profile'>, thousandths: number | null): Grade | null {
  if (thousandths === null) return null;
  return gradeRanges(agreement).find(({ from }) => thousandths >= from)?.grade ?? null;
}
