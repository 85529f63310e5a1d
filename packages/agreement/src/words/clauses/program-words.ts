import type { Agreement } from '../../agreement.ts';
import { asSoonAs } from '../condition-in-words.ts';
import { durationInWords } from '../duration-in-words.ts';
import { namesIn, quotedName, teamDoing } from '../names.ts';
import { meaningOf } from '../own-words.ts';
import { listed, type Phrase, say } from '../phrase.ts';

type Program = Agreement['programs'][string];

/** A nurture track: whose it is, for which leads, when they leave it. */
export function programWords(agreement: Agreement, name: string): readonly Phrase[] {
  const program = agreement.programs[name];
  if (program === undefined) return [];
  const who = program.for === undefined ? '' : say` ${listed(namesIn('readiness', program.for), 'and')}`;
  return [
    say`${teamDoing(program.owner)} keeps${who} leads in the program ${quotedName('programs', name)}`,
    exitPhrase(agreement, program),
    ...nextPhrase(program),
    ...meaningOf(program),
  ];
}

function exitPhrase(agreement: Agreement, { exit, atMost }: Program): Phrase {
  const latest = atMost === undefined ? '' : `after ${durationInWords(atMost)} at the latest`;
  if (exit === undefined) return latest === '' ? ['no exit is agreed'] : [`a lead leaves it ${latest}`];
  return say`a lead leaves it ${asSoonAs(exit, agreement)}${latest === '' ? '' : `, ${latest}`}`;
}

function nextPhrase({ next }: Program): readonly Phrase[] {
  if (next === undefined) return [];
  const start = 'when that time is over,';
  if (next === 'disqualify') return [say`${start} it is disqualified`];
  if ('program' in next) return [say`${start} it goes on to the program ${quotedName('programs', next.program)}`];
  return [say`${start} it is passed on by the hand-off ${quotedName('handOffs', next.handOff)}`];
}
