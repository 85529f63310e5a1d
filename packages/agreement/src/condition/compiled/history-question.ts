import { readDuration } from '../../duration/parse-duration.ts';
import type { ConsentTest, DaysSinceTest, EngagementTest } from '../condition.ts';
import type { ConditionContext, ContextEngagement } from '../condition-context.ts';
import { own } from '../own.ts';
import { type Question, question } from './question.ts';
import { amongTest, type ValueTest, valueHolds } from './value-test.ts';

const dayMs = 86_400_000;
const nothing: readonly never[] = [];

/** Whether something was done often enough. */
export function countQuestion({ activity, count, within }: Exclude<EngagementTest, { atLeast: number }>): Question {
  const test = activity === undefined ? null : amongTest(activity);
  const reachMs = within === undefined ? null : (readDuration(within)?.ms ?? 0);
  return question((context) => {
    // Without a time, everything that was done counts, and nothing can be counted back from now.
    const latest = context.nowMs ?? (reachMs === null ? Number.POSITIVE_INFINITY : Number.NaN);
    const earliest = reachMs === null ? Number.NEGATIVE_INFINITY : latest - reachMs;
    let found = 0;
    for (const done of context.engagements ?? nothing) {
      if (found >= count) break;
      if (done.timeMs <= latest && done.timeMs >= earliest && isActivity(done, test, context)) found += 1;
    }
    return found >= count;
  });
}

function isActivity(done: ContextEngagement, test: ValueTest | null, context: ConditionContext): boolean {
  return test === null || valueHolds(test, done.activity, context);
}

/** Whether a question was answered with one of some values. */
export function answerQuestion(name: string, values: readonly string[]): Question {
  const test = amongTest(values);
  return question((context) => valueHolds(test, own(context.answers, name), context));
}

/** Whether a person said something to being contacted. */
export function consentQuestion({ purpose, channel, status }: ConsentTest): Question {
  return question(({ consents = nothing }) => {
    for (const said of consents) {
      if (said.status !== status) continue;
      if (purpose !== undefined && said.purpose !== purpose) continue;
      if (channel === undefined || said.channel === null || said.channel === channel) return true;
    }
    return false;
  });
}

/** Whether the company, or a meeting, is in one of some states. */
export function stateQuestion(of: 'companyStates' | 'meetings', states: readonly string[]): Question {
  const test = amongTest(states);
  return question((context) => {
    for (const state of context[of] ?? nothing) if (valueHolds(test, state, context)) return true;
    return false;
  });
}

/** Whether the last event of a type is so many whole days ago. */
export function daysSinceQuestion({ event, atLeast, atMost }: DaysSinceTest): Question {
  const least = atLeast ?? Number.NEGATIVE_INFINITY;
  const most = atMost ?? Number.POSITIVE_INFINITY;
  return question(({ lastEventMs, nowMs }) => {
    const lastMs = own(lastEventMs, event);
    if (lastMs === undefined || nowMs === undefined || lastMs > nowMs) return false;
    const days = Math.floor((nowMs - lastMs) / dayMs);
    return days >= least && days <= most;
  });
}
