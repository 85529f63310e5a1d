import type { Agreement } from '../agreement.ts';
import type { Condition, ConditionValue, FieldCondition } from '../condition/condition.ts';
import { traitsOf } from '../vocabulary/fields.ts';
import {
  answerTest,
  companyTest,
  consentTest,
  daysSinceTest,
  engagementTest,
  meetingTest,
  not,
  parted,
} from './condition-forms.ts';
import { fieldPhrase } from './field-in-words.ts';
import { moneyInWords } from './money-in-words.ts';
import { namesIn, quotedName } from './names.ts';
import { numberInWords } from './number-in-words.ts';
import { quoted } from './own-words.ts';
import { listed, type Phrase, type PhrasePart, phraseText, say } from './phrase.ts';

/** What is needed of an agreement to speak of its conditions: amounts are told in its currency. */
export type Speaking = Pick<Agreement, 'currency'>;

/**
 * A condition in words, of a lead that is called "it". Parts of `all` and `any` inside one another stand in brackets.
 * @param agreement gives amounts their currency; without it they are plain numbers
 * @returns `always` for `{}`
 * @example conditionInWords({ all: [{ grade: ['A', 'B'] }, { engagement: { atLeast: 40 } }] })
 * // 'it is graded A or B, and it has at least 40 points of engagement'
 */
export function conditionInWords(condition: Condition, agreement?: Speaking): string {
  return phraseText(conditionPhrase(condition, agreement));
}

/** A condition as a phrase, in which names link to their clauses. */
export function conditionPhrase(condition: Condition, agreement?: Speaking): Phrase {
  return spoken(condition, { agreement, no: false });
}

/** When something holds, at the end of a sentence: " when it is hot"; " in any case" for what always does. */
export function whenPhrase(condition: Condition, agreement: Speaking): Phrase {
  return isAlways(condition) ? [' in any case'] : say` when ${conditionPhrase(condition, agreement)}`;
}

/** From when on something holds: "as soon as it is hot"; "at once" for what always does. */
export function asSoonAs(condition: Condition, agreement: Speaking): Phrase {
  return isAlways(condition) ? ['at once'] : say`as soon as ${conditionPhrase(condition, agreement)}`;
}

/** Whether a condition is the one that always holds. */
export function isAlways(condition: Condition): boolean {
  return Object.keys(condition).length === 0;
}

interface Manner {
  readonly agreement: Speaking | undefined;
  /** Whether it is denied. */
  readonly no: boolean;
}

function spoken(condition: Condition, manner: Manner): Phrase {
  const { no } = manner;
  // Not all of them is any of them not, and the other way round, also where something is not known.
  if ('all' in condition) return group(condition.all, no ? 'or' : 'and', manner);
  if ('any' in condition) return group(condition.any, no ? 'and' : 'or', manner);
  if ('not' in condition) return spoken(condition.not, { ...manner, no: !no });
  if ('field' in condition) return fieldTest(condition, manner);
  if ('grade' in condition) return say`it is ${not(no)}graded ${listed(condition.grade, 'or')}`;
  if ('readiness' in condition) return say`it is ${not(no)}${listed(namesIn('readiness', condition.readiness), 'or')}`;
  if ('segment' in condition) {
    return say`it ${no ? 'does not belong' : 'belongs'} to the segment ${listed(namesIn('segments', condition.segment), 'or')}`;
  }
  if ('engagement' in condition) return engagementTest(condition.engagement, no);
  if ('answer' in condition) return answerTest(condition.answer, no);
  if ('consent' in condition) return consentTest(condition.consent, no);
  if ('company' in condition) return companyTest(condition.company, no);
  if ('daysSince' in condition) return daysSinceTest(condition.daysSince, no);
  if ('meeting' in condition) return meetingTest(condition.meeting, no);
  return [no ? 'never' : 'always'];
}

function group(conditions: readonly Condition[], word: 'and' | 'or', manner: Manner): Phrase {
  const phrases = conditions.map((condition) => {
    const phrase = spoken(condition, manner);
    return conditions.length > 1 && isGroup(condition) ? say`(${phrase})` : phrase;
  });
  return parted(phrases, word);
}

/** Whether a condition is said with more than one part. */
function isGroup(condition: Condition): boolean {
  if ('not' in condition) return isGroup(condition.not);
  if ('answer' in condition) return Object.keys(condition.answer).length > 1;
  const parts = 'all' in condition ? condition.all : 'any' in condition ? condition.any : [];
  const [only] = parts;
  return parts.length > 1 || (only !== undefined && isGroup(only));
}

function fieldTest(condition: FieldCondition, { agreement, no }: Manner): Phrase {
  const subject = say`its ${fieldPhrase(condition.field)}`;
  const value = (given: ConditionValue): Phrase => [valuePart(given, condition, agreement)];
  if ('is' in condition) return say`${subject} is ${not(no)}${value(condition.is)}`;
  if ('in' in condition) return say`${subject} is ${not(no)}${listed(condition.in.map(value), 'or')}`;
  if ('inList' in condition) return say`${subject} is ${not(no)}on the list ${quotedName('lists', condition.inList)}`;
  if ('between' in condition) {
    const [low, high] = condition.between;
    return say`${subject} is ${not(no)}from ${value(low)} to ${value(high)}`;
  }
  if ('atLeast' in condition) return say`${subject} is ${not(no)}${value(condition.atLeast)} or more`;
  if ('atMost' in condition) return say`${subject} is ${not(no)}${value(condition.atMost)} or less`;
  return say`${subject} is ${not(condition.exists === no)}known`;
}

function valuePart(value: ConditionValue, { field }: FieldCondition, agreement: Speaking | undefined): PhrasePart {
  if (typeof value === 'string') return quoted(value);
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  const isMoney = agreement !== undefined && traitsOf(field).type === 'money';
  return isMoney ? moneyInWords(value, agreement.currency) : numberInWords(value);
}
