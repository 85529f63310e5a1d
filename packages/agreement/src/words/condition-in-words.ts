import type { Agreement } from '../agreement.ts';
import type {
  Condition,
  ConditionValue,
  ConsentTest,
  DaysSinceTest,
  EngagementTest,
  FieldCondition,
} from '../condition/condition.ts';
import { traitsOf } from '../vocabulary/fields.ts';
import type { CompanyState, MeetingStatus } from '../vocabulary/states.ts';
import { durationInWords } from './duration-in-words.ts';
import { eventNoun } from './event-in-words.ts';
import { fieldPhrase } from './field-in-words.ts';
import { moneyInWords } from './money-in-words.ts';
import { namesIn, quotedName } from './names.ts';
import { countInWords, numberInWords } from './number-in-words.ts';
import { listed, type OwnPart, type Phrase, type PhrasePart, phraseText, say } from './phrase.ts';
import { readableName } from './readable-name.ts';
import { shownText } from './shown-text.ts';

/** What is needed of an agreement to speak of its conditions: amounts are told in its currency. */
export type Speaking = Pick<Agreement, 'currency'>;

/**
 * A condition in words, of a lead that is called "it". Parts of `all` and `any` inside one another stand in brackets.
 * @param agreement gives amounts their currency; without it they are plain numbers
 * @returns `always` for `{}`
 * @example conditionInWords({ all: [{ grade: ['A', 'B'] }, { engagement: { atLeast: 40 } }] })
 * // 'it is graded A or B and it has at least 40 points of engagement'
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

function isAlways(condition: Condition): boolean {
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

function not(no: boolean): string {
  return no ? 'not ' : '';
}

function group(conditions: readonly Condition[], word: 'and' | 'or', manner: Manner): Phrase {
  const phrases = conditions.map((condition) => {
    const phrase = spoken(condition, manner);
    return conditions.length > 1 && isGroup(condition) ? say`(${phrase})` : phrase;
  });
  return parted(phrases, word);
}

// Where a part is itself a list, commas tell whose "or" is whose.
function parted(phrases: readonly Phrase[], word: 'and' | 'or'): Phrase {
  const isPlain = phrases.every((phrase) => !/, | (?:and|or) /.test(phraseText(phrase)));
  if (isPlain || phrases.length === 1) return listed(phrases, word);
  return phrases.flatMap((phrase, index) => (index === 0 ? phrase : say`, ${word} ${phrase}`));
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

/** A value of the data, in quotes: it may be any text. */
export function quoted(value: string): OwnPart {
  return { own: `“${readableName(value) || shownText(value)}”` };
}

function engagementTest(test: EngagementTest, no: boolean): Phrase {
  if ('atLeast' in test) {
    const points = numberInWords(test.atLeast);
    const noun = test.atLeast === 1 ? 'point' : 'points';
    return [
      no ? `it has fewer than ${points} ${noun} of engagement` : `it has at least ${points} ${noun} of engagement`,
    ];
  }
  const { activity, count, within } = test;
  const what = activity === undefined ? ['any engagement'] : listed(activity.map(quoted), 'or');
  const often = count === 1 ? 'at least once' : `at least ${count} times`;
  return say`it ${no ? 'did not show' : 'showed'} ${what} ${often}${within === undefined ? '' : ` in the last ${durationInWords(within)}`}`;
}

function answerTest(answer: Readonly<Record<string, readonly string[]>>, no: boolean): Phrase {
  const tests = Object.entries(answer).map(
    ([question, values]) =>
      say`it ${no ? 'did not answer' : 'answered'} ${quotedName('questions', question)} with ${listed(values.map(quoted), 'or')}`,
  );
  return parted(tests, no ? 'or' : 'and');
}

function consentTest({ purpose, channel, status }: ConsentTest, no: boolean): Phrase {
  const verb = { granted: 'granted', denied: 'denied', withdrawn: 'withdrew' }[status];
  const denied = { granted: 'has not granted', denied: 'has not denied', withdrawn: 'has not withdrawn' }[status];
  const forWhat = purpose === undefined ? '' : say` to ${quoted(purpose)}`;
  const how = channel === undefined ? '' : say` by ${quoted(channel)}`;
  return say`its contact ${no ? denied : verb} consent${forWhat}${how}`;
}

function companyTest(states: readonly CompanyState[], no: boolean): Phrase {
  const words = { customer: `is ${not(no)}a customer`, open_deal: no ? 'has no open deal' : 'has an open deal' };
  return say`its company ${listed(
    states.map((state) => words[state]),
    no ? 'and' : 'or',
  )}`;
}

function daysSinceTest({ event, atLeast, atMost }: DaysSinceTest, no: boolean): Phrase {
  const subject = `its ${eventNoun(event, 'lead', 'last')} was ${not(no)}`;
  if (atLeast !== undefined && atMost !== undefined)
    return [`${subject}${atLeast} to ${countInWords(atMost, 'day')} ago`];
  if (atLeast !== undefined) return [`${subject}${countInWords(atLeast, 'day')} ago or more`];
  return [`${subject}${countInWords(atMost ?? 0, 'day')} ago or less`];
}

const meetingWords: Readonly<Record<MeetingStatus, string>> = {
  scheduled: 'scheduled',
  rescheduled: 'rescheduled',
  completed: 'completed',
  no_show: 'missed (no-show)',
  canceled: 'canceled',
};

/** States of a meeting, as in "a … meeting". */
export function meetingStates(states: readonly MeetingStatus[]): Phrase {
  return listed(
    states.map((state) => meetingWords[state]),
    'or',
  );
}

function meetingTest(states: readonly MeetingStatus[], no: boolean): Phrase {
  return say`it has ${no ? 'no' : 'a'} ${meetingStates(states)} meeting`;
}
