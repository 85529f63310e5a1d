import type { Agreement } from '../../agreement.ts';
import { grades } from '../../vocabulary/states.ts';
import { conditionPhrase, isAlways, whenPhrase } from '../condition-in-words.ts';
import { durationInWords } from '../duration-in-words.ts';
import { nameIn, namesIn, quotedName, teamDoing } from '../names.ts';
import { numberInWords } from '../number-in-words.ts';
import { meaningOf, ownWords, quoted } from '../own-words.ts';
import { listed, type Phrase, say } from '../phrase.ts';
import { readableName } from '../readable-name.ts';

function pointsInWords(points: number): string {
  return `${numberInWords(points)} ${Math.abs(points) === 1 ? 'point' : 'points'}`;
}

/** What one event is worth, and all of them together at most. The cap of points that are taken is negative, too. */
function worth(points: number, cap: number | undefined): string {
  if (points >= 0)
    return `brings ${pointsInWords(points)}${cap === undefined ? '' : `, at most ${numberInWords(cap)} in all`}`;
  return `takes ${pointsInWords(-points)}${cap === undefined ? '' : `, never more than ${numberInWords(-cap)} in all`}`;
}

function because(why: string | undefined): Phrase {
  return why === undefined ? [] : say`: ${ownWords(why)}`;
}

/** The perfect prospect: its owner and grades, the order of its rules, or one rule. */
export function profileWords(
  agreement: Agreement,
  part: string | undefined,
  id: string | undefined,
): readonly Phrase[] {
  const { profile } = agreement;
  if (profile === undefined) return [];
  if (part === undefined)
    return [
      say`the profile is defined by ${nameIn('teams', profile.owner)}`,
      gradePhrase(profile),
      ...meaningOf(profile),
    ];
  if (id === undefined) return [ruleNames('profile', profile.rules)];
  const rule = profile.rules.find((entry) => entry.id === id);
  if (rule === undefined) return [];
  const { when, points, why } = rule;
  const gets = points < 0 ? `loses ${pointsInWords(-points)}` : `gets ${pointsInWords(points)}`;
  return [say`a lead ${gets}${whenPhrase(when, agreement)}${because(why)}`];
}

function gradePhrase({ grades: given }: NonNullable<Agreement['profile']>): Phrase {
  const from = grades.flatMap((grade) => {
    const points = given[grade];
    return points === undefined ? [] : [`grade ${grade} from ${pointsInWords(points)}`];
  });
  return from.length === 0
    ? ['no points are set for a grade']
    : say`the points of its rules add up: ${listed(from, 'and')}`;
}

function ruleNames(what: string, rules: readonly { readonly id: string }[]): Phrase {
  const names = listed(
    rules.map(({ id }) => `“${readableName(id)}”`),
    'and',
  );
  return rules.length === 1
    ? say`the only rule of the ${what} is ${names}`
    : say`the rules of the ${what} are ${names}`;
}

/** What the things that a lead does are worth: owner and half-life, the rules, or one rule. */
export function engagementWords(
  { engagement }: Agreement,
  part: string | undefined,
  id: string | undefined,
): readonly Phrase[] {
  if (engagement === undefined) return [];
  if (part === undefined) {
    const decay =
      engagement.halfLife === undefined
        ? ['points of engagement do not decay']
        : [`points of engagement count half after ${durationInWords(engagement.halfLife)}`];
    return [
      say`points of engagement are defined by ${nameIn('teams', engagement.owner)}`,
      decay,
      ...meaningOf(engagement),
    ];
  }
  if (id === undefined) return [ruleNames('engagement', engagement.rules)];
  const rule = engagement.rules.find((entry) => entry.id === id);
  if (rule === undefined) return [];
  const { activity, points, cap, why } = rule;
  return [say`each ${quoted(activity)} ${worth(points, cap)}${because(why)}`];
}

/** A question that each lead is asked; without a name: their order. */
export function questionWords({ questions }: Agreement, id: string | undefined): readonly Phrase[] {
  if (id === undefined) {
    const names = questions.map((question) => quotedName('questions', question.id));
    return [say`each lead is asked ${listed(names, 'and')}`];
  }
  const found = questions.find((question) => question.id === id);
  if (found === undefined) return [];
  const answers = Object.entries(found.answers).map(
    ([answer, points]) => say`${numberInWords(points)} for ${quoted(answer)}`,
  );
  return [
    say`${teamDoing(found.askedBy)} asks ${ownWords(found.ask)}`,
    say`the answer brings points of engagement: ${listed(answers, 'and')}`,
  ];
}

/** When a lead is raw, warm or hot. */
export function readinessWords(agreement: Agreement, name: string): readonly Phrase[] {
  const when = agreement.readiness[name];
  if (when === undefined) return [];
  const { order, readiness } = agreement;
  const self = nameIn('readiness', name);
  const before = order.readiness.slice(0, Math.max(0, order.readiness.indexOf(name)));
  const all = before.find((other) => isAlways(readiness[other] ?? {}));
  const none =
    all === undefined ? [] : [say`none is left for it, since every other lead is ${nameIn('readiness', all)} before`];
  if (!isAlways(when)) return [say`a lead is ${self} when ${conditionPhrase(when, agreement)}`, ...none];
  if (before.length === 0) return [say`every lead is ${self}`];
  const isLast = order.readiness.at(-1) === name;
  const others = isLast
    ? say`every other lead`
    : say`every lead that is not ${listed(namesIn('readiness', before), 'or')}`;
  return [say`${others} is ${self}`, ...none];
}
