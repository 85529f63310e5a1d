import { fieldQuestion } from './compiled/field-question.ts';
import {
  answerQuestion,
  companyQuestion,
  consentQuestion,
  countQuestion,
  daysSinceQuestion,
  meetingQuestion,
} from './compiled/history-question.ts';
import { judgedQuestion, pointsQuestion } from './compiled/judged-question.ts';
import { type CompiledCondition, follow, type Next, type Question } from './compiled/question.ts';
import type { Condition } from './condition.ts';

/** Longer lists are walked in a loop, so that the chain of calls stays short. */
const longestChain = 32;

/**
 * Compiles a condition once, to be asked of many leads: the answers are those of `evaluateCondition`. No code is made
 * at run time, so it works where a page forbids that. Compiling is O(size of the condition); asking is O(questions
 * that have to be asked and what is known of the lead).
 * @param condition as it stands in a loaded agreement; later changes of it are not seen
 * @returns a function of what is known of a lead. Its objects are plain ones: a field of the model that `fields`
 *   inherits from a prototype of its own would count
 * @example
 * const isPartner = compileCondition({ field: 'source.channel', in: ['partner', 'reseller'] });
 * isPartner({ fields: { 'source.channel': 'reseller' } }) // true
 */
export function compileCondition(condition: Condition): CompiledCondition {
  const first = chain(condition, true, false);
  return typeof first === 'boolean' ? () => first : first;
}

/** The first question of a condition, whose answers lead to where the condition's answers lead. */
function chain(condition: Condition, yes: Next, no: Next): Next {
  if ('all' in condition) return chainAll(condition.all, yes, no);
  if ('any' in condition) return chainAny(condition.any, yes, no);
  if ('not' in condition) return chain(condition.not, no, yes);
  if ('answer' in condition) {
    const questions = Object.entries(condition.answer).map(([name, values]) => answerQuestion(name, values));
    return questions.reduceRight<Next>((next, ask) => ask(next, no), yes);
  }
  return questionOf(condition)?.(yes, no) ?? yes;
}

function chainAll(parts: readonly Condition[], yes: Next, no: Next): Next {
  if (isShort(parts)) return parts.reduceRight<Next>((next, part) => chain(part, next, no), yes);
  const tests = parts.map(compileCondition);
  return (context) => follow(tests.every((holds) => holds(context)) ? yes : no, context);
}

function chainAny(parts: readonly Condition[], yes: Next, no: Next): Next {
  if (isShort(parts)) return parts.reduceRight<Next>((next, part) => chain(part, yes, next), no);
  const tests = parts.map(compileCondition);
  return (context) => follow(tests.some((holds) => holds(context)) ? yes : no, context);
}

function isShort(parts: readonly Condition[]): boolean {
  let left = longestChain;
  for (const part of parts) {
    left = leftAfter(part, left);
    if (left < 0) return false;
  }
  return true;
}

/** What a condition leaves of a number of questions; looks no further once nothing is left. */
function leftAfter(condition: Condition, left: number): number {
  if (left < 0) return left;
  if ('not' in condition) return leftAfter(condition.not, left);
  const parts = 'all' in condition ? condition.all : 'any' in condition ? condition.any : null;
  if (parts !== null) return parts.reduce((rest, part) => leftAfter(part, rest), left);
  return left - 1;
}

/** @returns `null` for what always holds */
function questionOf(
  condition: Exclude<
    Condition,
    { readonly all: unknown } | { readonly any: unknown } | { readonly not: unknown } | { readonly answer: unknown }
  >,
): Question | null {
  if ('field' in condition) return fieldQuestion(condition);
  if ('grade' in condition) return judgedQuestion('grade', condition.grade);
  if ('readiness' in condition) return judgedQuestion('readiness', condition.readiness);
  if ('segment' in condition) return judgedQuestion('segment', condition.segment);
  if ('engagement' in condition) {
    const { engagement } = condition;
    return 'atLeast' in engagement ? pointsQuestion(engagement.atLeast) : countQuestion(engagement);
  }
  if ('consent' in condition) return consentQuestion(condition.consent);
  if ('company' in condition) return companyQuestion(condition.company);
  if ('daysSince' in condition) return daysSinceQuestion(condition.daysSince);
  return 'meeting' in condition ? meetingQuestion(condition.meeting) : null;
}
