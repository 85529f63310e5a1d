import { type FactDimension, factDimensionIds } from '../vocabulary/fact-dimensions.ts';
import type { ChangeEffect } from './agreement-diff.ts';
import type { ThingKind } from './thing-kinds.ts';

/** What a difference at a place of the document means, and how to compare there. */
export interface KeyRule {
  readonly effect: ChangeEffect;
  /** Its keys, or the `id` of its entries, are the names of such things. */
  readonly declares?: ThingKind;
  /**
   * Its value, or each in its list, is the name of such a thing; `answers.<question>` for a field, `sla.<name>` for a
   * clause. A minus before the name of a metric is no part of it.
   */
  readonly refers?: ThingKind | 'field' | 'clause';
  /** Its keys are names of such things. Where readiness is named, a metric of the agreement's own can be, too. */
  readonly keysRefer?: ThingKind;
  readonly isCondition?: true;
  /** What another order of its entries changes; wording where not said. */
  readonly order?: ChangeEffect;
  /** The key that tells its entries apart, where they have no id. */
  readonly entryKey?: string;
  /** Keys of which each stands for a form of its own: what has another form is another thing as a whole. */
  readonly forms?: readonly string[];
  /** The key whose value is the form. */
  readonly formKey?: string;
  /** Compared as one value, such as a range. */
  readonly isWhole?: true;
  /** How its value is said. */
  readonly unit?: 'duration' | 'share' | 'field' | 'metric' | 'event' | 'stage';
}

const behaviour: KeyRule = { effect: 'behaviour' };
const wording: KeyRule = { effect: 'wording' };
const duration: KeyRule = { effect: 'behaviour', unit: 'duration' };
const share: KeyRule = { effect: 'behaviour', unit: 'share' };
const metric: KeyRule = { effect: 'behaviour', refers: 'metric', unit: 'metric' };
const stage: KeyRule = { effect: 'behaviour', unit: 'stage' };
const event: KeyRule = { effect: 'behaviour', unit: 'event' };
const field: KeyRule = { effect: 'behaviour', refers: 'field', unit: 'field' };
const condition: KeyRule = { effect: 'behaviour', isCondition: true };
const team: KeyRule = { effect: 'behaviour', refers: 'team' };

function declares(kind: ThingKind, more: Partial<KeyRule> = {}): KeyRule {
  return { effect: 'behaviour', declares: kind, ...more };
}

function refers(kind: ThingKind): KeyRule {
  return { effect: 'behaviour', refers: kind };
}

/** Dimensions whose values are names of things. */
const valuesOf: Readonly<Partial<Record<FactDimension, KeyRule>>> = {
  team,
  side: team,
  'current.team': team,
  segment: refers('segment'),
  readiness: refers('readiness'),
  'current.readiness': refers('readiness'),
  reason: refers('reason'),
  hand_off: refers('handOff'),
  pipeline: refers('pipeline'),
  clause: { effect: 'behaviour', refers: 'clause' },
};

const ordered: Partial<KeyRule> = { order: 'behaviour' };

/**
 * A rule for every key of the JSON Schema: `*` is any name, `[]` an entry of a list, and what stands behind `?` is
 * inside of a condition. Wording is what only people read; whatever an engine, a number or lint reads is behaviour.
 * In overrides the rules of the sections hold.
 */
export const keyRules: Readonly<Record<string, KeyRule>> = {
  $schema: wording,
  sameteam: behaviour,
  name: wording,
  version: behaviour,
  effective: behaviour,
  until: behaviour,
  timeZone: behaviour,
  currency: behaviour,
  rates: behaviour,
  'rates.*': { effect: 'behaviour', entryKey: 'from' },
  'rates.*[]': behaviour,
  'rates.*[].from': behaviour,
  'rates.*[].rate': behaviour,
  fiscalYear: behaviour,
  'fiscalYear.starts': behaviour,
  'fiscalYear.week': behaviour,
  teams: declares('team'),
  'teams.*': behaviour,
  'teams.*.means': wording,
  // Whoever is told by `notify: head`.
  'teams.*.head': behaviour,
  'teams.*.partOf': team,
  'teams.*.calendar': refers('calendar'),
  'teams.*.capacity': behaviour,
  'teams.*.capacity.people': behaviour,
  'teams.*.capacity.attempts': behaviour,
  'teams.*.capacity.minutesPerLead': behaviour,
  'teams.*.capacity.leads': behaviour,
  signatures: behaviour,
  'signatures.required': team,
  'signatures.witness': team,
  'signatures.keys': { effect: 'behaviour', keysRefer: 'team' },
  'signatures.keys.*': behaviour,
  calendars: declares('calendar'),
  'calendars.*': behaviour,
  'calendars.*.means': wording,
  'calendars.*.zone': behaviour,
  'calendars.*.days': behaviour,
  'calendars.*.hours': behaviour,
  'calendars.*.hoursOn': behaviour,
  'calendars.*.hoursOn.*': behaviour,
  'calendars.*.holidays': behaviour,
  'calendars.*.closed': behaviour,
  'calendars.*.halfDays': { effect: 'behaviour', entryKey: 'on' },
  'calendars.*.halfDays[]': behaviour,
  'calendars.*.halfDays[].on': behaviour,
  'calendars.*.halfDays[].hours': behaviour,
  rosters: { effect: 'behaviour', keysRefer: 'team' },
  'rosters.*': behaviour,
  'rosters.*.file': behaviour,
  lists: declares('list'),
  'lists.*': behaviour,
  'lists.*.file': behaviour,
  'lists.*.key': { effect: 'behaviour', unit: 'field' },
  terms: declares('term'),
  'terms.*': wording,
  'terms.*.means': wording,
  'terms.*.entered': team,
  'terms.*.requires': field,
  'terms.*.createdWhen': wording,
  fields: { effect: 'behaviour', entryKey: 'field' },
  'fields[]': behaviour,
  'fields[].field': field,
  'fields[].means': wording,
  'fields[].entered': team,
  'fields[].keptIn': behaviour,
  // A lead that several of them match is counted under the first.
  exclusions: declares('exclusion', ordered),
  'exclusions[]': behaviour,
  'exclusions[].means': wording,
  'exclusions[].id': behaviour,
  'exclusions[].when': condition,
  'exclusions[].then': behaviour,
  segments: declares('segment', ordered),
  'segments[]': behaviour,
  'segments[].means': wording,
  'segments[].id': behaviour,
  'segments[].when': condition,
  overrides: { effect: 'behaviour', keysRefer: 'segment' },
  'overrides.*': wording,
  territories: declares('territory', ordered),
  'territories[]': behaviour,
  'territories[].means': wording,
  'territories[].id': behaviour,
  'territories[].when': condition,
  'territories[].team': team,
  profile: behaviour,
  'profile.means': wording,
  'profile.owner': team,
  'profile.rules': declares('profileRule'),
  'profile.rules[]': behaviour,
  'profile.rules[].id': behaviour,
  'profile.rules[].when': condition,
  'profile.rules[].points': behaviour,
  'profile.rules[].why': wording,
  'profile.grades': behaviour,
  'profile.grades.*': behaviour,
  engagement: behaviour,
  'engagement.means': wording,
  'engagement.owner': team,
  'engagement.halfLife': duration,
  'engagement.rules': declares('engagementRule'),
  'engagement.rules[]': behaviour,
  'engagement.rules[].id': behaviour,
  'engagement.rules[].activity': behaviour,
  'engagement.rules[].points': behaviour,
  'engagement.rules[].cap': behaviour,
  'engagement.rules[].why': wording,
  questions: declares('question'),
  'questions[]': behaviour,
  'questions[].id': behaviour,
  'questions[].ask': wording,
  'questions[].askedBy': team,
  'questions[].answers': declares('answer'),
  'questions[].answers.*': behaviour,
  readiness: declares('readiness'),
  'readiness.*': condition,
  qualified: behaviour,
  'qualified.means': wording,
  'qualified.when': condition,
  'qualified.by': team,
  'qualified.companies': behaviour,
  'qualified.companies.contacts': behaviour,
  'qualified.companies.within': duration,
  handOffs: declares('handOff'),
  'handOffs.*': behaviour,
  'handOffs.*.means': wording,
  'handOffs.*.from': team,
  'handOffs.*.to': team,
  'handOffs.*.when': condition,
  'handOffs.*.requires': field,
  'handOffs.*.assign': { effect: 'behaviour', forms: ['rotate', 'owner', 'territory'] },
  'handOffs.*.assign.rotate': behaviour,
  'handOffs.*.assign.owner': behaviour,
  'handOffs.*.assign.otherwise': behaviour,
  'handOffs.*.assign.otherwise.rotate': behaviour,
  'handOffs.*.assign.territory': behaviour,
  'handOffs.*.opens': behaviour,
  'handOffs.*.followUp': wording,
  programs: declares('program'),
  'programs.*': behaviour,
  'programs.*.means': wording,
  'programs.*.owner': team,
  'programs.*.for': refers('readiness'),
  'programs.*.exit': condition,
  'programs.*.atMost': duration,
  'programs.*.next': { effect: 'behaviour', forms: ['program', 'handOff'] },
  'programs.*.next.program': refers('program'),
  'programs.*.next.handOff': refers('handOff'),
  sla: declares('sla'),
  'sla.*': { effect: 'behaviour', forms: ['count', 'metric', 'kept'] },
  'sla.*.means': wording,
  'sla.*.of': team,
  'sla.*.applies': condition,
  'sla.*.count': { effect: 'behaviour', keysRefer: 'readiness' },
  'sla.*.count.*': behaviour,
  'sla.*.per': behaviour,
  'sla.*.metric': metric,
  'sla.*.atLeast': behaviour,
  'sla.*.atMost': behaviour,
  'sla.*.grain': behaviour,
  'sla.*.from': event,
  'sla.*.kept': { effect: 'behaviour', forms: ['attempt', 'attempts', 'meeting'], unit: 'event' },
  'sla.*.kept.attempt': behaviour,
  'sla.*.kept.attempt.automated': behaviour,
  'sla.*.kept.attempt.connected': behaviour,
  'sla.*.kept.attempt.channel': behaviour,
  'sla.*.kept.attempts': behaviour,
  'sla.*.kept.meeting': behaviour,
  'sla.*.unless': behaviour,
  'sla.*.within': { effect: 'behaviour', unit: 'duration' },
  'sla.*.within.time': duration,
  'sla.*.within.calendar': refers('calendar'),
  'sla.*.target': share,
  'sla.*.then': behaviour,
  'sla.*.then[]': { effect: 'behaviour', forms: ['remind', 'notify', 'reassign'] },
  'sla.*.then[].remind': duration,
  'sla.*.then[].notify': team,
  'sla.*.then[].after': duration,
  'sla.*.then[].reassign': team,
  'sla.*.repeat': behaviour,
  reasons: declares('reason'),
  'reasons.*': { effect: 'behaviour', formKey: 'then' },
  'reasons.*.means': wording,
  'reasons.*.needs': refers('sla'),
  'reasons.*.then': behaviour,
  'reasons.*.program': refers('program'),
  'reasons.*.revisitAfter': duration,
  'reasons.*.reviveWhen': condition,
  'reasons.*.handOff': refers('handOff'),
  pipelines: declares('pipeline'),
  'pipelines.*': behaviour,
  'pipelines.*.means': wording,
  'pipelines.*.stages': declares('stage', ordered),
  'pipelines.*.stages[]': behaviour,
  'pipelines.*.stages[].means': wording,
  'pipelines.*.stages[].id': behaviour,
  'pipelines.*.stages[].probability': share,
  'pipelines.*.stages[].entered': team,
  'pipelines.*.stages[].requires': field,
  'pipelines.*.stages[].exit': wording,
  sourcing: behaviour,
  'sourcing.rule': behaviour,
  'sourcing.window': duration,
  'sourcing.influence': behaviour,
  'sourcing.influence.window': duration,
  metrics: declares('metric'),
  'metrics.*': { effect: 'behaviour', forms: ['count', 'rate', 'time', 'of', 'over', 'sum'] },
  'metrics.*.means': wording,
  'metrics.*.label': wording,
  'metrics.*.owner': behaviour,
  'metrics.*.better': behaviour,
  'metrics.*.count': behaviour,
  'metrics.*.count.stage': stage,
  'metrics.*.rate': behaviour,
  'metrics.*.rate.from': stage,
  'metrics.*.rate.to': stage,
  'metrics.*.rate.within': duration,
  'metrics.*.time': behaviour,
  'metrics.*.time.from': stage,
  'metrics.*.time.to': stage,
  'metrics.*.time.quantile': share,
  'metrics.*.of': metric,
  'metrics.*.over': metric,
  'metrics.*.per': metric,
  'metrics.*.sum': metric,
  'metrics.*.sum[]': metric,
  // Its keys have dots, so that nothing in it has an address of its own.
  'metrics.*.where': { effect: 'behaviour', isWhole: true },
  ...Object.fromEntries(factDimensionIds.map((id) => [`metrics.*.where.${id}`, valuesOf[id] ?? behaviour])),
  expected: behaviour,
  'expected.*': share,
  plan: { effect: 'behaviour', keysRefer: 'metric' },
  'plan.*': behaviour,
  'plan.*.*': behaviour,
  goals: declares('goal'),
  'goals[]': behaviour,
  'goals[].means': wording,
  'goals[].id': behaviour,
  'goals[].metric': metric,
  'goals[].per': behaviour,
  'goals[].target': behaviour,
  'goals[].teams': team,
  compensation: { effect: 'behaviour', keysRefer: 'team' },
  'compensation.*': { effect: 'behaviour', entryKey: 'metric' },
  'compensation.*[]': behaviour,
  'compensation.*[].metric': metric,
  'compensation.*[].share': share,
  windows: behaviour,
  'windows.*': duration,
  index: behaviour,
  'index.parts': { effect: 'behaviour', entryKey: 'metric' },
  'index.parts[]': behaviour,
  'index.parts[].metric': metric,
  'index.parts[].weight': behaviour,
  cadence: behaviour,
  'cadence.review': behaviour,
  'cadence.pulse': behaviour,
  privacy: behaviour,
  'privacy.repFigures': behaviour,
  'privacy.smallestGroup': behaviour,
  order: behaviour,
  'order.readiness': { effect: 'behaviour', refers: 'readiness', order: 'behaviour' },
  'order.handOffs': { effect: 'behaviour', refers: 'handOff', order: 'behaviour' },
  '?.all': behaviour,
  '?.all[]': condition,
  '?.any': behaviour,
  '?.any[]': condition,
  '?.not': condition,
  '?.field': { effect: 'behaviour', unit: 'field' },
  '?.is': behaviour,
  '?.in': behaviour,
  '?.between': { effect: 'behaviour', isWhole: true },
  '?.atLeast': behaviour,
  '?.atMost': behaviour,
  '?.inList': refers('list'),
  '?.exists': behaviour,
  '?.grade': behaviour,
  '?.readiness': refers('readiness'),
  '?.segment': refers('segment'),
  '?.engagement': { effect: 'behaviour', forms: ['atLeast', 'count'] },
  '?.engagement.atLeast': behaviour,
  '?.engagement.activity': behaviour,
  '?.engagement.count': behaviour,
  '?.engagement.within': duration,
  '?.answer': { effect: 'behaviour', keysRefer: 'question' },
  '?.answer.*': refers('answer'),
  '?.consent': behaviour,
  '?.consent.purpose': behaviour,
  '?.consent.channel': behaviour,
  '?.consent.status': behaviour,
  '?.company': behaviour,
  '?.daysSince': behaviour,
  '?.daysSince.event': event,
  '?.daysSince.atLeast': behaviour,
  '?.daysSince.atMost': behaviour,
  '?.meeting': behaviour,
};

// A key that the table does not know, in a value that nobody checked: rather behaviour than overlooked.
const unknown: KeyRule = behaviour;

/** A rule with the pattern of its place; the pattern of the whole document is empty. */
export interface PlacedRule {
  readonly pattern: string;
  readonly rule: KeyRule;
}

/** The rule of the whole document. */
export const rootRule: PlacedRule = { pattern: '', rule: behaviour };

/** The rule of what lies behind a key, or of an entry of a list for `[]`. */
export function ruleBelow({ pattern, rule }: PlacedRule, key: string): PlacedRule {
  const base = rule.isCondition === true ? '?' : pattern === 'overrides.*' ? '' : pattern;
  if (key === '[]') return placed(`${base}[]`);
  const own = base === '' ? key : `${base}.${key}`;
  return Object.hasOwn(keyRules, own) ? placed(own) : placed(`${base}.*`);
}

function placed(pattern: string): PlacedRule {
  return { pattern, rule: Object.hasOwn(keyRules, pattern) ? (keyRules[pattern] ?? unknown) : unknown };
}
