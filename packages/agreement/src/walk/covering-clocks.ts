import type { EventType } from '@sameteam/model';
import type { Condition } from '../condition/condition.ts';
import { isMovingEvent, lifecycle } from '../lifecycle/lifecycle.ts';
import type { MeetingStatus } from '../vocabulary/states.ts';
import type { Clocks } from './clocks.ts';
import { allOf, always, anyOf, isNever, never } from './combine-conditions.ts';
import { handOffsFrom } from './hand-offs-from.ts';
import { meetingsAskedFor } from './narrow-condition.ts';
import type { TimedClause, WalkContext } from './walk-context.ts';

/** Where leads are while a clock runs. `waiting` is before any hand-off. */
export type HeldStage = 'waiting' | 'handed_off' | 'sal' | 'sql' | 'opportunity' | 'lost';

/** Leads of one kind that a team has. */
export interface Held {
  readonly team: string;
  readonly stage: HeldStage;
  readonly met: readonly MeetingStatus[];
  readonly clocks: Clocks;
}

/** A clock, and the leads that it makes leave the state in time. */
export interface CoveringClock {
  readonly id: string;
  readonly clause: TimedClause;
  readonly leads: Condition;
}

/**
 * The clocks that set a next step with a time: owed by the team or one that it is part of, running, and kept only by
 * what takes the lead out of the state. For a deal it is enough that they start again.
 */
export function coveringClocks(context: WalkContext, held: Held): readonly CoveringClock[] {
  const owing = teamAndAbove(context, held.team);
  return context.timed.flatMap(({ id, clause }) => {
    if (!owing.includes(clause.of) || !fits(clause, held.stage)) return [];
    const leads = allOf([held.clocks.get(id) ?? never, leaves(context, clause, held)]);
    return isNever(leads) ? [] : [{ id, clause, leads }];
  });
}

/** A team and all that it is part of. */
export function teamAndAbove({ agreement }: WalkContext, team: string): readonly string[] {
  const above = [team];
  for (let next = agreement.teams[team]?.partOf; next !== undefined; next = agreement.teams[next]?.partOf)
    above.push(next);
  return above;
}

function fits({ grain }: TimedClause, stage: HeldStage): boolean {
  if (stage === 'lost') return true;
  return (grain === 'opportunity') === (stage === 'opportunity');
}

/** The leads that leave the state when the clause is kept. */
function leaves(context: WalkContext, clause: TimedClause, held: Held): Condition {
  const { kept, repeat } = clause;
  if (held.stage === 'opportunity' && repeat) return always;
  if (!Array.isArray(kept)) return 'meeting' in kept ? leavesByMeeting(context, kept.meeting, held) : never;
  const ways = kept.map((event) =>
    held.stage === 'opportunity' && event === clause.from ? always : leavesBy(context, event, held),
  );
  // What leaves the lead where it is keeps the clause, and then nothing is owed any more.
  return ways.includes('stays') ? never : anyOf(ways.filter((way) => way !== 'stays'));
}

function leavesByMeeting(context: WalkContext, statuses: readonly MeetingStatus[], held: Held): Condition {
  if (held.stage !== 'handed_off' && held.stage !== 'sal' && held.stage !== 'sql') return never;
  const passed = (met: readonly MeetingStatus[]) =>
    anyOf(handOffsFrom(context, [held.team], met).map(({ passes }) => passes));
  return allOf(statuses.map((status) => passed([...held.met, status])));
}

/** The leads that an event takes out of the state: none where it cannot come, `stays` where it can and does not. */
function leavesBy(context: WalkContext, event: EventType, held: Held): Condition | 'stays' {
  const { stage } = held;
  if (!isMovingEvent(event)) return 'stays';
  if (event === 'lead.handed_off' && stage !== 'opportunity') return canBeHandedOn(context, held);
  if (stage !== 'waiting') {
    const next = lifecycle[stage][event];
    if (next === undefined) return never;
    return next === stage ? 'stays' : always;
  }
  if (event === 'lead.captured') return 'stays';
  // What marketing qualified is qualified already, and the rest is not as it is now.
  if (event === 'lead.qualified') return never;
  if (lifecycle.inquiry[event] !== undefined) return always;
  return lifecycle.mql[event] === undefined ? never : context.qualified;
}

function canBeHandedOn(context: WalkContext, { team, stage, met }: Held): Condition {
  const { agreement } = context;
  const byReason = Object.values(agreement.reasons).some((reason) => 'handOff' in reason);
  if (stage === 'waiting' || byReason) return always;
  const own = Object.values(agreement.handOffs).filter(({ from }) => from === team);
  const after = [met, ...meetingsAskedFor(own.map(({ when }) => when)).map((status) => [...met, status])];
  return anyOf(own.flatMap(({ when }) => after.map((then) => context.narrow(when, then))));
}
