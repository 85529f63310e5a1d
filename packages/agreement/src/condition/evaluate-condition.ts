import { readDuration } from '../duration/parse-duration.ts';
import type { Condition, ConsentTest, DaysSinceTest, EngagementTest, FieldCondition } from './condition.ts';
import type { ConditionContext, FieldValue } from './condition-context.ts';
import { own } from './own.ts';

const dayMs = 86_400_000;

/**
 * Whether a condition holds. Two-valued: what is not known satisfies nothing but `exists: false`, and `not` turns
 * that round like any other answer. Text is compared exactly, upper and lower case differ; a value of another type
 * never matches. Times at or before `nowMs` count, later ones do not. O(size of the condition and the context).
 * For many leads, `compileCondition` is faster.
 * @param condition as it stands in a loaded agreement
 * @param context what is known of the lead
 * @example evaluateCondition({ field: 'source.channel', is: 'partner' }, { fields: { 'source.channel': 'partner' } }) // true
 */
export function evaluateCondition(condition: Condition, context: ConditionContext): boolean {
  if ('all' in condition) return condition.all.every((part) => evaluateCondition(part, context));
  if ('any' in condition) return condition.any.some((part) => evaluateCondition(part, context));
  if ('not' in condition) return !evaluateCondition(condition.not, context);
  if ('field' in condition) return fieldHolds(condition, context);
  if ('grade' in condition) return isAmong(context.grade, condition.grade);
  if ('readiness' in condition) return isAmong(context.readiness, condition.readiness);
  if ('segment' in condition) return isAmong(context.segment, condition.segment);
  if ('engagement' in condition) return engagementHolds(condition.engagement, context);
  if ('answer' in condition) {
    return Object.entries(condition.answer).every(([question, values]) =>
      isAmong(own(context.answers, question), values),
    );
  }
  if ('consent' in condition) return consentHolds(condition.consent, context);
  if ('company' in condition) return (context.companyStates ?? []).some((state) => isAmong(state, condition.company));
  if ('daysSince' in condition) return daysSinceHolds(condition.daysSince, context);
  if ('meeting' in condition) return (context.meetings ?? []).some((status) => isAmong(status, condition.meeting));
  return true;
}

function isAmong(value: FieldValue, values: readonly FieldValue[]): boolean {
  return value !== null && value !== undefined && values.includes(value);
}

function fieldHolds(condition: FieldCondition, context: ConditionContext): boolean {
  const value = own(context.fields, condition.field);
  const exists = value !== null && value !== undefined;
  if ('exists' in condition) return exists === condition.exists;
  if (!exists) return false;
  if ('is' in condition) return value === condition.is;
  if ('in' in condition) return condition.in.includes(value);
  if ('inList' in condition)
    return typeof value === 'string' && own(context.lists, condition.inList)?.has(value) === true;
  if (typeof value !== 'number') return false;
  if ('between' in condition) return value >= condition.between[0] && value <= condition.between[1];
  return 'atLeast' in condition ? value >= condition.atLeast : value <= condition.atMost;
}

function engagementHolds(test: EngagementTest, context: ConditionContext): boolean {
  if ('atLeast' in test) return context.engagementPoints !== undefined && context.engagementPoints >= test.atLeast;
  const { activity, count, within } = test;
  // Without a time, everything that was done counts, and nothing can be counted back from now.
  const latest = context.nowMs ?? (within === undefined ? Number.POSITIVE_INFINITY : Number.NaN);
  const earliest = within === undefined ? Number.NEGATIVE_INFINITY : latest - (readDuration(within)?.ms ?? 0);
  const counted = (context.engagements ?? []).filter(
    (done) =>
      (activity === undefined || activity.includes(done.activity)) && done.timeMs <= latest && done.timeMs >= earliest,
  );
  return counted.length >= count;
}

function consentHolds(test: ConsentTest, context: ConditionContext): boolean {
  return (context.consents ?? []).some(
    (said) =>
      said.status === test.status &&
      (test.purpose === undefined || said.purpose === test.purpose) &&
      (test.channel === undefined || said.channel === null || said.channel === test.channel),
  );
}

function daysSinceHolds(test: DaysSinceTest, context: ConditionContext): boolean {
  const lastMs = own(context.lastEventMs, test.event);
  if (lastMs === undefined || context.nowMs === undefined || lastMs > context.nowMs) return false;
  const days = Math.floor((context.nowMs - lastMs) / dayMs);
  return (test.atLeast === undefined || days >= test.atLeast) && (test.atMost === undefined || days <= test.atMost);
}
