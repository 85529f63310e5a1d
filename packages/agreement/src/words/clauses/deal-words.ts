import type { Agreement } from '../../agreement.ts';
import { durationInWords } from '../duration-in-words.ts';
import { teamDoing } from '../names.ts';
import { meaningOf, ownWords } from '../own-words.ts';
import { listed, type Phrase, say } from '../phrase.ts';
import { readableName } from '../readable-name.ts';
import { shareInWords } from '../share-in-words.ts';
import { fieldsPhrase } from './term-words.ts';

/** A pipeline, the order of its stages, or one stage. */
export function pipelineWords(
  { pipelines }: Agreement,
  name: string,
  part: string | undefined,
  id: string | undefined,
): readonly Phrase[] {
  const pipeline = pipelines[name];
  if (pipeline === undefined) return [];
  const stages = listed(
    pipeline.stages.map((stage) => readableName(stage.id)),
    'and',
  );
  if (part === undefined)
    return [[`deals of the pipeline “${readableName(name)}” go through stages`], ...meaningOf(pipeline)];
  if (id === undefined) return [say`the stages of “${readableName(name)}” are, in this order: ${stages}`];
  const stage = pipeline.stages.find((entry) => entry.id === id);
  return stage === undefined ? [] : stageWords(stage);
}

function stageWords(stage: Agreement['pipelines'][string]['stages'][number]): readonly Phrase[] {
  const { id, probability, entered, requires, exit } = stage;
  return [
    `of the deals in the stage “${readableName(id)}”, ${shareInWords(probability)} are won`,
    ...(entered === undefined ? [] : [say`${teamDoing(entered)} moves a deal here`]),
    ...(requires.length === 0 ? [] : [say`a deal does not come here without ${fieldsPhrase(requires)}`]),
    ...(exit === undefined ? [] : [say`before it goes on: ${ownWords(exit)}`]),
  ]
    .map((phrase): Phrase => (typeof phrase === 'string' ? [phrase] : phrase))
    .concat(meaningOf(stage));
}

const touches = {
  first_touch: 'its first touch was marketing’s',
  last_touch: 'its last touch was marketing’s',
  any_touch: 'any of its touches was marketing’s',
} as const;

/** When an opportunity counts as marketing's. */
export function sourcingWords({ sourcing: { rule, window, influence } }: Agreement): readonly Phrase[] {
  return [
    [
      `an opportunity is sourced by marketing when ${touches[rule]}, at most ${durationInWords(window)} before it was opened`,
    ],
    [
      `it is influenced by marketing when a touch was at most ${durationInWords(influence.window)} before it was closed`,
    ],
  ];
}
