import type { ConsentTest, DaysSinceTest, EngagementTest } from '../condition/condition.ts';
import type { CompanyState, MeetingStatus } from '../vocabulary/states.ts';
import { durationInWords } from './duration-in-words.ts';
import { eventNoun } from './event-in-words.ts';
import { quotedName } from './names.ts';
import { countInWords, numberInWords } from './number-in-words.ts';
import { quoted } from './own-words.ts';
import { listed, type Phrase, phraseText, say } from './phrase.ts';

/** The word that denies. */
export function not(no: boolean): string {
  return no ? 'not ' : '';
}

/** A list of phrases; where one is itself a list, commas tell whose "or" is whose. */
export function parted(phrases: readonly Phrase[], word: 'and' | 'or'): Phrase {
  const isPlain = phrases.every((phrase) => !/, | (?:and|or) /.test(phraseText(phrase)));
  if (isPlain || phrases.length === 1) return listed(phrases, word);
  return phrases.flatMap((phrase, index) => (index === 0 ? phrase : say`, ${word} ${phrase}`));
}

/** What a lead did. */
export function engagementTest(test: EngagementTest, no: boolean): Phrase {
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

/** What a lead answered. */
export function answerTest(answer: Readonly<Record<string, readonly string[]>>, no: boolean): Phrase {
  const tests = Object.entries(answer).map(
    ([question, values]) =>
      say`it ${no ? 'did not answer' : 'answered'} ${quotedName('questions', question)} with ${listed(values.map(quoted), 'or')}`,
  );
  return parted(tests, no ? 'or' : 'and');
}

/** What a person allowed. */
export function consentTest({ purpose, channel, status }: ConsentTest, no: boolean): Phrase {
  const verb = { granted: 'granted', denied: 'denied', withdrawn: 'withdrew' }[status];
  const denied = { granted: 'has not granted', denied: 'has not denied', withdrawn: 'has not withdrawn' }[status];
  const forWhat = purpose === undefined ? '' : say` to ${quoted(purpose)}`;
  const how = channel === undefined ? '' : say` by ${quoted(channel)}`;
  return say`its contact ${no ? denied : verb} consent${forWhat}${how}`;
}

/** What its company is to us. */
export function companyTest(states: readonly CompanyState[], no: boolean): Phrase {
  const words = { customer: `is ${not(no)}a customer`, open_deal: no ? 'has no open deal' : 'has an open deal' };
  return say`its company ${listed(
    states.map((state) => words[state]),
    no ? 'and' : 'or',
  )}`;
}

/** How long ago something last happened. */
export function daysSinceTest({ event, atLeast, atMost }: DaysSinceTest, no: boolean): Phrase {
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

/** What became of its meetings. */
export function meetingTest(states: readonly MeetingStatus[], no: boolean): Phrase {
  return say`it has ${no ? 'no' : 'a'} ${meetingStates(states)} meeting`;
}
