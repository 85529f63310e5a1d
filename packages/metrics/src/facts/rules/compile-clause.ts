import { compileCondition, type SlaClause } from '@sameteam/agreement';
import { type EventType, eventRank } from '@sameteam/model';
import { isAttempt, isConnect } from '../lead/attempts.ts';
import type { Payload } from '../story/story.ts';
import { slaRole, type TimedClause } from './timed-clause.ts';

type Timed = Extract<SlaClause, { readonly kept: unknown }>;
type Test = (rank: number, payload: Payload) => boolean;

const assigned = eventRank('lead.assigned');
const attempted = eventRank('lead.attempted');
const replied = eventRank('lead.replied');
const meetingChanged = eventRank('meeting.changed');

/**
 * Compiles a clause of the timed form.
 * @param side the head team of the one that owes it
 */
export function compileClause(id: string, clause: Timed, side: string): TimedClause {
  const keeping = keepingOf(clause.kept);
  const unless = new Set(clause.unless ?? []);
  const roles = new Uint8Array(256);
  const play = (types: Iterable<EventType>, role: number) => {
    for (const type of types) roles[eventRank(type)] = (roles[eventRank(type)] as number) | role;
  };
  play([clause.from], slaRole.start);
  play(keeping.types, slaRole.keep);
  if (unless.has('connected')) play(['lead.attempted'], slaRole.unless);
  if (unless.has('replied')) play(['lead.replied'], slaRole.unless);
  return {
    address: `sla.${id}`,
    of: clause.of,
    side,
    grain: clause.grain,
    repeat: clause.repeat,
    calendar: clause.within.calendar,
    within: clause.within.time,
    times: keeping.times,
    applies: clause.applies === undefined ? null : compileCondition(clause.applies),
    roles,
    starts: happens,
    keeps: keeping.test,
    unless: (rank, payload) => {
      if (rank === replied) return 'replied';
      return rank === attempted && isConnect(payload) ? 'connected' : null;
    },
    source: clause,
  };
}

/** Whether an event of a type counts as one: an attempt of a machine does not, nor an assignment to nobody. */
function happens(rank: number, payload: Payload): boolean {
  if (rank === attempted) return isAttempt(payload);
  return rank !== assigned || typeof payload.to === 'string';
}

function keepingOf(kept: Timed['kept']): {
  readonly types: readonly EventType[];
  readonly times: number;
  readonly test: Test;
} {
  if (isList(kept)) return { types: kept, times: 1, test: happens };
  if ('attempts' in kept) return { types: ['lead.attempted'], times: kept.attempts, test: happens };
  if ('meeting' in kept) {
    const statuses: ReadonlySet<unknown> = new Set(kept.meeting);
    return {
      types: ['meeting.changed'],
      times: 1,
      test: (rank, payload) => rank === meetingChanged && statuses.has(payload.status),
    };
  }
  const { connected, channel } = kept.attempt;
  const channels: ReadonlySet<unknown> | null = channel === undefined ? null : new Set(channel);
  return {
    types: ['lead.attempted'],
    times: 1,
    test: (_, payload) =>
      isAttempt(payload) &&
      (connected === undefined || payload.connected === connected) &&
      (channels === null || channels.has(payload.channel)),
  };
}

function isList(kept: Timed['kept']): kept is Extract<Timed['kept'], readonly EventType[]> {
  return Array.isArray(kept);
}
