import type { Agreement } from '../agreement.ts';
import type { ConditionContext } from '../condition/condition-context.ts';
import { readDuration } from '../duration/parse-duration.ts';
import { decayedPoints, toThousandths } from './decayed-points.ts';

const dayMs = 86_400_000;

/** A rule of engagement in whole thousandths. */
export interface EngagementRule {
  readonly activity: string;
  readonly thousandths: number;
  /** The sum of the rule is not larger than this, in either direction; `null` where nothing holds it. */
  readonly cap: number | null;
}

/** The rules of engagement in whole thousandths, and how fast they decay. */
export interface EngagementRules {
  readonly rules: readonly EngagementRule[];
  /** Elapsed milliseconds; `null` for ever. */
  readonly halfLifeMs: number | null;
}

/**
 * What an agreement says about points of engagement. O(rules).
 * @returns no rules where it says nothing
 * @example engagementRules(agreement).rules[1] // { activity: 'webinar', thousandths: 12000, cap: 24000 }
 */
export function engagementRules({ engagement }: Pick<Agreement, 'engagement'>): EngagementRules {
  const { rules = [], halfLife } = engagement ?? {};
  return {
    rules: rules.map(({ activity, points, cap }) => ({
      activity,
      thousandths: toThousandths(points),
      cap: cap === undefined ? null : Math.abs(toThousandths(cap)),
    })),
    halfLifeMs: halfLife === undefined ? null : (readDuration(halfLife)?.ms ?? null),
  };
}

/**
 * Holds the sum of a rule at its cap: `cap: 20` is at most 20 points, or for negative points at most 20 off.
 * @param cap not negative; `null` where nothing holds it
 * @example heldAtCap(-9, 5) // -5
 */
export function heldAtCap(sum: number, cap: number | null): number {
  return cap === null ? sum : Math.max(-cap, Math.min(cap, sum));
}

/**
 * Points of engagement of a lead: for each rule the decayed points of its events, held at the cap of the rule, and the
 * points of the answers that hold, which do not decay. Events after `nowMs` do not count.
 * @param known what is known of the lead; without `nowMs` nothing has decayed
 * @returns whole thousandths, 0 for a lead that did nothing
 * @example engagementPoints(agreement, { answers: { timeline: 'within_a_year' } }) // 10000
 */
export function engagementPoints(
  agreement: Pick<Agreement, 'engagement' | 'questions'>,
  known: Pick<ConditionContext, 'engagements' | 'answers' | 'nowMs'>,
): number {
  const { rules, halfLifeMs } = engagementRules(agreement);
  const { engagements = [], answers = {}, nowMs } = known;
  let total = 0;
  for (const { activity, thousandths, cap } of rules) {
    let sum = 0;
    for (const done of engagements) {
      if (done.activity !== activity || (nowMs !== undefined && done.timeMs > nowMs)) continue;
      const days = nowMs === undefined ? 0 : Math.floor((nowMs - done.timeMs) / dayMs);
      sum += decayedPoints(thousandths, halfLifeMs, days);
    }
    total += heldAtCap(sum, cap);
  }
  for (const question of agreement.questions) {
    const answer = Object.hasOwn(answers, question.id) ? answers[question.id] : null;
    if (typeof answer === 'string' && Object.hasOwn(question.answers, answer))
      total += toThousandths(question.answers[answer] ?? 0);
  }
  return total;
}
