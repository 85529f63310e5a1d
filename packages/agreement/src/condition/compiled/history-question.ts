import { readDuration } from '../../duration/parse-duration.ts';
import type { ConsentTest, DaysSinceTest, EngagementTest } from '../condition.ts';
import type { ConditionContext } from '../condition-context.ts';
import { own } from '../own.ts';
import { follow, type Question } from './question.ts';
import { amongTest, type ValueTest, valueHolds } from './value-test.ts';

const dayMs = 86_400_000;
const nothing: readonly never[] = [];

interface CountTest {
  /** `null` for anything that was done. */
  readonly activity: ValueTest | null;
  readonly count: number;
  /** How far back; `null` for ever. */
  readonly reachMs: number | null;
}

/** Whether something was done often enough. */
export function countQuestion({ activity, count, within }: Exclude<EngagementTest, { atLeast: number }>): Question {
  const test: CountTest = {
    activity: activity === undefined ? null : amongTest(activity),
    count,
    reachMs: within === undefined ? null : (readDuration(within)?.ms ?? 0),
  };
  return (yes, no) => (it) => follow(isDoneOften(test, it) ? yes : no, it);
}

function isDoneOften({ activity, count, reachMs }: CountTest, context: ConditionContext): boolean {
  // Without a time, everything that was done counts, and nothing can be counted back from now.
  const latest = context.nowMs ?? (reachMs === null ? Number.POSITIVE_INFINITY : Number.NaN);
  const earliest = reachMs === null ? Number.NEGATIVE_INFINITY : latest - reachMs;
  let found = 0;
  for (const done of context.engagements ?? nothing) {
    if (found >= count) break;
    if (!(done.timeMs <= latest && done.timeMs >= earliest)) continue;
    if (activity === null || valueHolds(activity, done.activity, context)) found += 1;
  }
  return found >= count;
}

/** Whether a question was answered with one of some values. */
export function answerQuestion(name: string, values: readonly string[]): Question {
  const test = amongTest(values);
  return (yes, no) => (it) => follow(valueHolds(test, own(it.answers, name), it) ? yes : no, it);
}

/** Whether a person said something to being contacted. */
export function consentQuestion(test: ConsentTest): Question {
  return (yes, no) => (it) => follow(isSaid(test, it) ? yes : no, it);
}

function isSaid({ purpose, channel, status }: ConsentTest, { consents = nothing }: ConditionContext): boolean {
  for (const said of consents) {
    if (said.status !== status) continue;
    if (purpose !== undefined && said.purpose !== purpose) continue;
    if (channel === undefined || said.channel === null || said.channel === channel) return true;
  }
  return false;
}

/** Whether the company is something to us. */
export function companyQuestion(states: readonly string[]): Question {
  const test = amongTest(states);
  return (yes, no) => (it) => follow(isAnyAmong(test, it.companyStates, it) ? yes : no, it);
}

/** Whether a meeting is in one of some states. */
export function meetingQuestion(statuses: readonly string[]): Question {
  const test = amongTest(statuses);
  return (yes, no) => (it) => follow(isAnyAmong(test, it.meetings, it) ? yes : no, it);
}

function isAnyAmong(test: ValueTest, values: readonly string[] = nothing, context: ConditionContext): boolean {
  for (const value of values) if (valueHolds(test, value, context)) return true;
  return false;
}

/** Whether the last event of a type is so many whole days ago. */
export function daysSinceQuestion(test: DaysSinceTest): Question {
  return (yes, no) => (it) => follow(isDaysSince(test, it) ? yes : no, it);
}

function isDaysSince({ event, atLeast, atMost }: DaysSinceTest, { lastEventMs, nowMs }: ConditionContext): boolean {
  const lastMs = own(lastEventMs, event);
  if (lastMs === undefined || nowMs === undefined || lastMs > nowMs) return false;
  const days = Math.floor((nowMs - lastMs) / dayMs);
  return (atLeast === undefined || days >= atLeast) && (atMost === undefined || days <= atMost);
}
