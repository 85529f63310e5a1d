import { conditionParts } from '../condition/condition-kind.ts';
import type { PathStep } from '../issue/agreement-issue.ts';
import type { Declared } from '../issue/agreement-issue-params.ts';
import type { AgreementDocument } from '../schema/agreement-document.ts';
import type { Field } from '../vocabulary/fields.ts';
import { conditionsOf } from './conditions-of.ts';

/** A name that must be declared elsewhere in the document. */
export interface Reference {
  readonly kind: Declared;
  readonly name: string;
  readonly path: readonly PathStep[];
  readonly atKey?: boolean;
  /** The question, for an answer. */
  readonly question?: string;
}

/** Every name of a document that refers to something that is declared elsewhere. O(size of the document). */
export function referencesOf(document: AgreementDocument): readonly Reference[] {
  return [
    ...teamReferences(document),
    ...flowReferences(document),
    ...metricReferences(document),
    ...fieldReferences(document),
    ...conditionsOf(document).flatMap(({ condition, path }) =>
      conditionParts(condition, path).flatMap(conditionReferences),
    ),
  ];
}

type Path = readonly PathStep[];

function named(kind: Declared, name: string | undefined, path: Path): readonly Reference[] {
  return name === undefined ? [] : [{ kind, name, path }];
}

function keysOf(kind: Declared, record: object, path: Path): readonly Reference[] {
  return Object.keys(record).map((name) => ({ kind, name, path: [...path, name], atKey: true }));
}

function each<T>(
  record: Readonly<Record<string, T>>,
  visit: (entry: T, name: string) => readonly Reference[],
): readonly Reference[] {
  return Object.entries(record).flatMap(([name, entry]) => visit(entry, name));
}

function teamReferences(document: AgreementDocument): readonly Reference[] {
  const { teams, terms, fields, questions, pipelines, goals } = document;
  return [
    ...each(teams, (team, name) => [
      ...named('team', team.partOf, ['teams', name, 'partOf']),
      ...named('calendar', team.calendar, ['teams', name, 'calendar']),
    ]),
    ...keysOf('team', document.rosters, ['rosters']),
    ...each(terms, (term, name) => named('team', term.entered, ['terms', name, 'entered'])),
    ...fields.flatMap(({ entered }, index) => named('team', entered, ['fields', index, 'entered'])),
    ...named('team', document.profile?.owner, ['profile', 'owner']),
    ...named('team', document.engagement?.owner, ['engagement', 'owner']),
    ...questions.flatMap(({ askedBy }, index) => named('team', askedBy, ['questions', index, 'askedBy'])),
    ...each(pipelines, (pipeline, name) =>
      pipeline.stages.flatMap(({ entered }, index) =>
        named('team', entered, ['pipelines', name, 'stages', index, 'entered']),
      ),
    ),
    ...goals.flatMap((goal, index) =>
      goal.teams.flatMap((team, at) => named('team', team, ['goals', index, 'teams', at])),
    ),
    ...keysOf('team', document.compensation, ['compensation']),
  ];
}

function flowReferences(document: AgreementDocument): readonly Reference[] {
  const { handOffs, programs, reasons, order, territories } = document;
  return [
    ...named('team', document.qualified?.by, ['qualified', 'by']),
    ...each(handOffs, (handOff, name) => [
      ...named('team', handOff.from, ['handOffs', name, 'from']),
      ...named('team', handOff.to, ['handOffs', name, 'to']),
    ]),
    ...territories.flatMap(({ team }, index) => named('team', team, ['territories', index, 'team'])),
    ...each(programs, (program, name) => [
      ...named('team', program.owner, ['programs', name, 'owner']),
      ...(program.for ?? []).flatMap((readiness, at) => named('readiness', readiness, ['programs', name, 'for', at])),
      ...nextReferences(program.next, ['programs', name, 'next']),
    ]),
    ...each(document.sla, (clause, name) => slaReferences(clause, ['sla', name])),
    ...each(reasons, (reason, name) => [
      ...named('sla', reason.needs, ['reasons', name, 'needs']),
      ...('program' in reason ? named('program', reason.program, ['reasons', name, 'program']) : []),
      ...('handOff' in reason ? named('hand-off', reason.handOff, ['reasons', name, 'handOff']) : []),
    ]),
    ...order.readiness.flatMap((readiness, at) => named('readiness', readiness, ['order', 'readiness', at])),
    ...order.handOffs.flatMap((handOff, at) => named('hand-off', handOff, ['order', 'handOffs', at])),
    ...keysOf('segment', document.overrides, ['overrides']),
  ];
}

function nextReferences(next: AgreementDocument['programs'][string]['next'], path: Path): readonly Reference[] {
  if (next === undefined || next === 'disqualify') return [];
  return 'program' in next
    ? named('program', next.program, [...path, 'program'])
    : named('hand-off', next.handOff, [...path, 'handOff']);
}

function slaReferences(clause: AgreementDocument['sla'][string], path: Path): readonly Reference[] {
  const owed = named('team', clause.of, [...path, 'of']);
  if (!('kept' in clause)) return owed;
  const { calendar } = clause.within;
  const steps = clause.then.flatMap((step, at): readonly Reference[] => {
    if ('notify' in step && step.notify !== 'head') return named('team', step.notify, [...path, 'then', at, 'notify']);
    if ('reassign' in step && step.reassign !== 'pool')
      return named('team', step.reassign, [...path, 'then', at, 'reassign']);
    return [];
  });
  const isOfSomebody = calendar === 'owner' || calendar === 'team' || calendar === 'lead';
  return [...owed, ...(isOfSomebody ? [] : named('calendar', calendar, [...path, 'within', 'calendar'])), ...steps];
}

function metricReferences(document: AgreementDocument): readonly Reference[] {
  return [
    ...each(document.sla, (clause, name) => {
      if ('metric' in clause) return named('metric', clause.metric, ['sla', name, 'metric']);
      if (!('count' in clause)) return [];
      return keysOf('metric', clause.count, ['sla', name, 'count']).filter(
        (reference) => !Object.hasOwn(document.readiness, reference.name),
      );
    }),
    ...keysOf('metric', document.plan, ['plan']),
    ...document.goals.flatMap(({ metric }, index) => named('metric', metric, ['goals', index, 'metric'])),
    ...each(document.compensation, (parts, team) =>
      parts.flatMap(({ metric }, index) => named('metric', metric, ['compensation', team, index, 'metric'])),
    ),
    ...document.index.parts.flatMap(({ metric }, index) =>
      named('metric', metric, ['index', 'parts', index, 'metric']),
    ),
  ];
}

function fieldReferences(document: AgreementDocument): readonly Reference[] {
  const question = (field: Field, path: Path) =>
    field.startsWith('answers.') ? named('question', field.slice('answers.'.length), path) : [];
  const required = (fields: readonly Field[], path: Path) =>
    fields.flatMap((field, at) => question(field, [...path, at]));
  return [
    ...each(document.terms, (term, name) => required(term.requires, ['terms', name, 'requires'])),
    ...document.fields.flatMap(({ field }, index) => question(field, ['fields', index, 'field'])),
    ...each(document.handOffs, (handOff, name) => required(handOff.requires, ['handOffs', name, 'requires'])),
    ...each(document.pipelines, (pipeline, name) =>
      pipeline.stages.flatMap((stage, index) =>
        required(stage.requires, ['pipelines', name, 'stages', index, 'requires']),
      ),
    ),
  ];
}

function conditionReferences({ condition, path }: ReturnType<typeof conditionParts>[number]): readonly Reference[] {
  if ('readiness' in condition) {
    return condition.readiness.flatMap((name, at) => named('readiness', name, [...path, 'readiness', at]));
  }
  if ('segment' in condition) {
    return condition.segment.flatMap((name, at) => named('segment', name, [...path, 'segment', at]));
  }
  if ('answer' in condition) {
    return Object.entries(condition.answer).flatMap(([question, answers]): readonly Reference[] => [
      { kind: 'question', name: question, path: [...path, 'answer', question], atKey: true },
      ...answers.map((name, at) => ({
        kind: 'answer' as const,
        name,
        question,
        path: [...path, 'answer', question, at],
      })),
    ]);
  }
  return 'inList' in condition ? named('list', condition.inList, [...path, 'inList']) : [];
}
