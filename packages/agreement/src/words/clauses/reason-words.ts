import type { Agreement, Reason } from '../../agreement.ts';
import { asSoonAs } from '../condition-in-words.ts';
import { durationInWords } from '../duration-in-words.ts';
import { nameIn, quotedName } from '../names.ts';
import { meaningOf } from '../own-words.ts';
import { type Phrase, say } from '../phrase.ts';

/** Why a lead is not pursued, and where it goes then. */
export function reasonWords(agreement: Agreement, name: string): readonly Phrase[] {
  const reason = agreement.reasons[name];
  if (reason === undefined) return [];
  const needs =
    reason.needs === undefined
      ? []
      : [say`this reason may only be given when ${quotedName('sla', reason.needs)} was kept`];
  return [
    say`a lead with the reason ${quotedName('reasons', name)} ${routePhrase(agreement, reason)}`,
    ...needs,
    ...meaningOf(reason),
  ];
}

function routePhrase(agreement: Agreement, reason: Reason): Phrase {
  if (reason.then === 'disqualify') return ['is disqualified: that is the end'];
  if (reason.then === 'hand_off') return handOffPhrase(agreement, reason.handOff);
  const { program, revisitAfter, reviveWhen } = reason;
  const into = program === undefined ? '' : say`, into the program ${quotedName('programs', program)}`;
  const back = say`goes back to ${ownerOf(agreement, program)}${into}`;
  if (revisitAfter !== undefined) {
    const sooner = reviveWhen === undefined ? '' : say`, or ${asSoonAs(reviveWhen, agreement)}`;
    return say`${back}, and is looked at again after ${durationInWords(revisitAfter)}${sooner}`;
  }
  if (reviveWhen === undefined) return say`${back}; no day is agreed on which it is looked at again`;
  return say`${back}, and is looked at again ${asSoonAs(reviveWhen, agreement)}`;
}

function handOffPhrase({ handOffs }: Agreement, name: string): Phrase {
  const to = handOffs[name]?.to;
  const team = to === undefined ? '' : say` to ${nameIn('teams', to)}`;
  return say`goes on${team} by the hand-off ${quotedName('handOffs', name)}`;
}

function ownerOf({ programs, teams }: Agreement, program: string | undefined): Phrase {
  const owner = program === undefined ? undefined : programs[program]?.owner;
  if (owner !== undefined) return [nameIn('teams', owner)];
  return Object.hasOwn(teams, 'marketing') ? [nameIn('teams', 'marketing')] : ['marketing'];
}
