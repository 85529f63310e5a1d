import type { ConditionContext } from '../condition-context.ts';
import { type CompiledCondition, follow, type Next, type Question } from './question.ts';
import { amongTest, type ValueTest, valueHolds } from './value-test.ts';

/** What is judged of a lead by name. */
type Judged = 'grade' | 'readiness' | 'segment';

type Asking = (test: ValueTest, yes: Next, no: Next) => CompiledCondition;

const askings: Readonly<Record<Judged, Asking>> = {
  grade: (test, yes, no) => (it) => follow(valueHolds(test, it.grade, it) ? yes : no, it),
  readiness: (test, yes, no) => (it) => follow(valueHolds(test, it.readiness, it) ? yes : no, it),
  segment: (test, yes, no) => (it) => follow(valueHolds(test, it.segment, it) ? yes : no, it),
};

/** Whether the grade, readiness or segment is among some. */
export function judgedQuestion(judged: Judged, values: readonly string[]): Question {
  const test = amongTest(values);
  return (yes, no) => askings[judged](test, yes, no);
}

/** Whether there are enough points of engagement. */
export function pointsQuestion(atLeast: number): Question {
  return (yes, no) => (it) => follow(hasPoints(it, atLeast) ? yes : no, it);
}

function hasPoints({ engagementPoints }: ConditionContext, atLeast: number): boolean {
  return engagementPoints !== undefined && engagementPoints >= atLeast;
}
