import type { EventType } from '@sameteam/model';
import type { Agreement, SlaClause } from '../../agreement.ts';
import { parseDuration } from '../../duration/parse-duration.ts';
import { meetingStates } from '../condition-forms.ts';
import { doingPhrase } from '../doing-in-words.ts';
import { durationInWords } from '../duration-in-words.ts';
import { eventNoun } from '../event-in-words.ts';
import { type LeadsPhrase, leadsInWords } from '../leads-in-words.ts';
import { nameIn, teamDoing } from '../names.ts';
import { countInWords } from '../number-in-words.ts';
import { quoted } from '../own-words.ts';
import { listed, type Phrase, say } from '../phrase.ts';
import { casesInWords } from '../share-in-words.ts';

/** A promise with a clock. */
export type TimedSla = Extract<SlaClause, { readonly within: unknown }>;

/** What a team does for each lead, from when on and how soon; what ends it, and what happens around the limit. */
export function timedWords(agreement: Agreement, clause: TimedSla): readonly Phrase[] {
  const { of, from, grain, target, unless, repeat } = clause;
  const cases = target === undefined ? '' : `, in ${casesInWords(target)}`;
  const noun = grain === 'opportunity' ? 'opportunity' : 'lead';
  const leads = leadsInWords(noun, clause.applies, agreement);
  const deadline = say`within ${durationInWords(clause.within.time)} of its ${eventNoun(from, noun)}`;
  return [
    say`${teamDoing(of)} ${doing(clause, leads)} ${deadline}${cases}${clockPhrase(clause)}${leads.when}`,
    ...(grain === 'lead' ? [['it is owed once in the life of a lead, however often it is handed off']] : []),
    ...('attempt' in clause.kept || 'attempts' in clause.kept ? [['what is automated does not count']] : []),
    ...(unless === undefined ? [] : [say`nothing more is owed once ${listed(unless.map(endWords), 'or')}`]),
    ...clause.then.map(stepPhrase),
    ...(repeat ? [['each time it was kept, the clock starts again']] : []),
  ];
}

function doing({ kept, from, grain }: TimedSla, { each }: LeadsPhrase): Phrase {
  if ('attempts' in kept) return say`makes at least ${countInWords(kept.attempts, 'attempt')} at ${each}`;
  if ('attempt' in kept) return say`makes ${attemptPhrase(kept.attempt, from)} at ${each}`;
  if ('meeting' in kept) {
    return say`sees to a ${meetingStates(kept.meeting)} meeting ${grain === 'opportunity' ? 'for' : 'with'} ${each}`;
  }
  return doingPhrase(kept, grain === 'opportunity' ? 'opportunity' : 'lead', each);
}

type Attempt = Extract<TimedSla['kept'], { readonly attempt: unknown }>['attempt'];

function attemptPhrase({ connected, channel }: Attempt, from: EventType): Phrase {
  const first = ['lead.captured', 'lead.qualified', 'lead.handed_off', 'lead.assigned'].includes(from);
  const outcome = connected === undefined ? '' : connected ? ' that connects' : ' that does not connect';
  const means = channel === undefined ? '' : say` by ${listed(channel.map(quoted), 'or')}`;
  return say`${first ? 'a first attempt' : 'an attempt'}${outcome}${means}`;
}

function clockPhrase({ within: { time, calendar } }: TimedSla): Phrase {
  const { working } = parseDuration(time);
  if (!working && calendar === 'owner') return [];
  const clock =
    {
      owner: ['owner’s working time'],
      team: ['working time of the team'],
      lead: ['working time where the lead is'],
    }[calendar] ?? say`working time by the calendar ${nameIn('calendars', calendar)}`;
  return working ? say` (${clock})` : say` (elapsed time, not ${clock})`;
}

function endWords(end: NonNullable<TimedSla['unless']>[number]): string {
  return end === 'connected' ? 'an attempt connected' : 'the lead replied';
}

function stepPhrase(step: TimedSla['then'][number]): Phrase {
  if ('remind' in step) return [`its owner is reminded ${durationInWords(step.remind)} before it is due`];
  const when =
    step.after === undefined ? 'as soon as it was missed' : `${durationInWords(step.after)} after it was due`;
  if ('notify' in step) {
    return step.notify === 'head'
      ? [`the head of the team is told ${when}`]
      : say`${nameIn('teams', step.notify)} is told ${when}`;
  }
  return step.reassign === 'pool'
    ? [`the lead goes back to the pool ${when}`]
    : say`the lead goes to ${nameIn('teams', step.reassign)} ${when}`;
}
