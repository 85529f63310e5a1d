import type { AgreementIssueParams, CheckCode } from './agreement-issue-params.ts';
import { choice, meant, quote, type Sentences, typeRemedy, undeclared } from './sentence-parts.ts';

const describers: { readonly [C in CheckCode]: (params: AgreementIssueParams[C]) => Sentences } = {
  'file-too-large': ({ size, limit }) => ({
    message: `The file has ${size} characters; an agreement has at most ${limit}.`,
    remedy: 'Check that this is the right file, and keep long lists in files of their own, under lists.',
  }),
  'file-empty': () => ({
    message: 'The file holds nothing.',
    remedy: 'Start with teams, readiness, sla and reasons, or let "sameteam init" write a first version.',
  }),
  'not-text': ({ what }) => ({
    message: `The file holds ${what}, so it is not plain text.`,
    remedy: 'Save it as text in UTF-8.',
  }),
  syntax: ({ format, why }) => ({ message: `This is not ${format}: ${why}.`, remedy: 'Correct it at this place.' }),
  'tab-indentation': () => ({
    message: 'A line is indented with a tab, which YAML does not allow.',
    remedy: 'Indent with spaces.',
  }),
  'too-deep': ({ deepest }) => ({
    message: `Something is nested more than ${deepest} levels deep.`,
    remedy: 'Make it flatter.',
  }),
  'duplicate-key': ({ key, firstLine }) => ({
    message: `The key ${quote(key)} stands here for the second time; the first is on line ${firstLine}.`,
    remedy: 'Keep one of them.',
  }),
  'reserved-key': ({ key }) => ({ message: `${quote(key)} cannot be a key.`, remedy: 'Take another name.' }),
  'key-not-text': () => ({ message: 'A key must be text.', remedy: 'Write a name before the colon.' }),
  'merge-key': () => ({
    message: 'The merge key "<<" is not part of YAML 1.2.',
    remedy: 'Write the keys out; a whole value can be repeated with an alias.',
  }),
  'yaml-tag': ({ tag }) => ({
    message: `The tag ${quote(tag)} says what kind of value follows, which an agreement does not need.`,
    remedy: 'Remove the tag; put quotes around text that looks like something else.',
  }),
  'yaml-version': ({ version }) => ({
    message: `The file asks for YAML ${version}, in which words such as yes and 1:30 mean something else.`,
    remedy: 'Remove the %YAML line; agreements are YAML 1.2.',
  }),
  'several-documents': () => ({
    message: 'The file holds more than one document.',
    remedy: 'Remove the line "---" between them; a file holds one agreement.',
  }),
  'alias-undefined': ({ name }) => ({
    message: `The alias *${name} refers to an anchor that does not stand before it.`,
    remedy: `Mark the value that is meant with &${name}, above this line.`,
  }),
  'alias-circular': ({ name }) => ({
    message: `The alias *${name} stands inside the value that it repeats, so that it would never end.`,
    remedy: 'Write out what is meant.',
  }),
  'alias-bomb': ({ limit }) => ({
    message: `Aliases make the document grow beyond ${limit} values.`,
    remedy: 'Write out what is meant, or use fewer aliases inside of repeated values.',
  }),
  'unknown-key': ({ key, nearest, known }) => ({
    message: `There is no key ${quote(key)} here.`,
    remedy: meant(nearest, known.length === 0 ? 'Remove it.' : `Remove it, or use one of: ${choice(known)}.`),
  }),
  'misplaced-key': ({ key, beside }) => ({
    message: `The key ${quote(key)} cannot stand beside ${choice(beside.map(quote))}.`,
    remedy:
      'Each object says one thing; remove one of them, or, in a condition, put each into an object of its own under "all".',
  }),
  'missing-key': ({ key, of }) => ({
    message: `The key ${quote(key)} is missing${of === '' ? '' : ` in ${quote(of)}`}.`,
    remedy: 'Add it.',
  }),
  'wrong-name': ({ name, expected }) => ({
    message: `${quote(name)} cannot be a key here: what is needed is ${expected}.`,
    remedy: 'Rename it.',
  }),
  'wrong-type': ({ found, expected }) => ({
    message: `Here stands ${found}, where ${expected} is needed.`,
    remedy: found === 'nothing' ? 'Write a value, or remove the key.' : typeRemedy(expected),
  }),
  'wrong-value': ({ found, expected }) => ({
    message: found === null ? `What is needed here is ${expected}.` : `${found} is not ${expected}.`,
    remedy: 'Change it.',
  }),
  'unknown-value': ({ found, nearest, known }) => ({
    message: `${quote(found)} is none of the values that this can have.`,
    remedy: meant(nearest, `Use one of: ${choice(known)}.`),
  }),
  'zone-unknown': ({ zone, nearest }) => ({
    message: `There is no time zone ${quote(zone)}.`,
    remedy: meant(nearest, 'Use a name of the IANA database, such as Europe/Berlin or UTC.'),
  }),
  'team-undefined': undeclared('team', 'teams'),
  'program-undefined': undeclared('program', 'programs'),
  'readiness-undefined': undeclared('readiness', 'readiness'),
  'segment-undefined': undeclared('segment', 'segments'),
  'list-undefined': (params) => ({
    ...undeclared('list', 'lists')(params),
    message: `The list ${quote(params.name)} is not declared, so that the condition never holds.`,
  }),
  'calendar-undefined': undeclared('calendar', 'calendars'),
  'sla-undefined': undeclared('SLA', 'sla'),
  'question-undefined': undeclared('question', 'questions'),
  'answer-undefined': undeclared('answer', 'the answers of the question'),
  'hand-off-undefined': undeclared('hand-off', 'handOffs'),
  'reason-undefined': undeclared('reason', 'reasons'),
  'pipeline-undefined': undeclared('pipeline', 'pipelines'),
  'metric-undefined': ({ name, nearest, known }) => ({
    message: `There is no metric ${quote(name)}, so that no number can be told of this.`,
    remedy: meant(nearest, `Use one of: ${choice(known)}.`),
  }),
  'builtin-undefined': ({ name, nearest, known }) => ({
    message: `No list ${quote(name)} comes with Sameteam.`,
    remedy: meant(nearest, `Name its file and key, or use one of: ${choice(known)}.`),
  }),
  'duplicate-id': ({ id, section }) => ({
    message: `Two entries of ${section} have the id ${quote(id)}, so that neither has an address of its own.`,
    remedy: 'Rename one of them.',
  }),
  'reserved-name': ({ name, meaning }) => ({
    message: `${quote(name)} cannot be a name here: it stands for ${meaning}.`,
    remedy: 'Take another name.',
  }),
  'team-circular': ({ teams }) => ({
    message: `These teams are part of each other: ${teams.join(', ')}.`,
    remedy: 'Let one of them be part of none.',
  }),
  'condition-not-allowed': ({ kind, place, why }) => ({
    message: `A condition of ${place} cannot ask for ${quote(kind)}: ${why}.`,
    remedy: 'Ask for something else.',
  }),
  'operator-not-allowed': ({ operator, field, type }) => ({
    message: `${quote(operator)} cannot be asked of ${quote(field)}, which is ${type}.`,
    remedy:
      type === 'text'
        ? 'Use is, in, inList or exists.'
        : type === 'a number'
          ? 'Use a number, or exists.'
          : 'Use exists.',
  }),
  'personal-field': ({ field }) => ({
    message: `${quote(field)} is personal and kept apart from the log, so that a condition cannot compare it.`,
    remedy: 'Ask only whether it exists, or use another field, such as company.domain.',
  }),
  'grades-unordered': ({ grade, better }) => ({
    message: `The grade ${grade} needs as many points as the better grade ${better}, or more.`,
    remedy: 'Let points fall from A to D.',
  }),
  'rates-unordered': ({ currency }) => ({
    message: `The rates of ${currency} are not in the order of their days, or two have the same day.`,
    remedy: 'Order them by "from", the oldest first; only the first can do without.',
  }),
  'rate-of-own-currency': ({ currency }) => ({
    message: `${currency} is the currency of the agreement, so that it cannot have a rate.`,
    remedy: 'Remove the rate, or correct the currency.',
  }),
  'metric-built-in': ({ name }) => ({
    message: `${quote(name)} is a metric that comes with Sameteam, so that it cannot mean something else here.`,
    remedy: `Take another name, such as ${quote(`our_${name}`)}.`,
  }),
  'metric-circular': ({ metrics }) => ({
    message: `These metrics are made of each other: ${metrics.join(', ')}.`,
    remedy: 'Let one of them be made of something else.',
  }),
  'metric-of-metrics': ({ name }) => ({
    message: `${quote(name)} is made of other metrics or of a target, so that it counts nothing itself that "where" could choose from.`,
    remedy: 'Declare its parts as metrics of your own, each with "where", and put those together.',
  }),
  'stages-reversed': ({ from, to, later }) => ({
    message: `${quote(to)} does not come after ${quote(from)}.`,
    remedy: later.length === 0 ? 'Begin at an earlier stage.' : `Use one that does: ${choice(later)}.`,
  }),
  'dimension-of-calendar': ({ dimension }) => ({
    message: `${quote(dimension)} is a part of the calendar, which is no property of what is counted.`,
    remedy: `Remove it: a report can be cut by ${quote(dimension)} whatever the metric is.`,
  }),
  'dimension-not-known': ({ metric, dimension, known }) => ({
    message: `What ${quote(metric)} counts has no ${quote(dimension)}.`,
    remedy: `Remove it, or use one of: ${choice(known)}.`,
  }),
  'units-mixed': ({ parts }) => ({
    message: `What has different units cannot be added: ${parts.map(({ metric, unit }) => `${quote(metric)} is in ${unit}`).join(', ')}.`,
    remedy: 'Add what has one unit, or divide one by the other with "over" and "per".',
  }),
  'override-invalid': ({ segment, at, message, remedy }) => ({
    message: `The override for ${quote(segment)} makes the agreement invalid at ${at}. ${message}`,
    remedy,
  }),
  'not-decided': ({ rule }) => ({
    message: `The agreement is too intricate for ${quote(rule)} to be decided, so that nothing is said about it.`,
    remedy: 'Use fewer or simpler conditions and rules of points, most of all fewer different points in one list.',
  }),
  'more-issues': ({ count }) => ({
    message: `${count} more issues are not shown.`,
    remedy: 'Correct these first.',
  }),
};

/** All codes that reading and checking give. */
export const checkCodes: readonly CheckCode[] = Object.keys(describers) as readonly CheckCode[];

/** Makes the sentences of a code. */
export function describeIssue<C extends CheckCode>(code: C, params: AgreementIssueParams[C]): Sentences {
  return describers[code](params);
}
