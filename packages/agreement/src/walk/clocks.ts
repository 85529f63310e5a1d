import type { EventType } from '@sameteam/model';
import type { Condition } from '../condition/condition.ts';
import type { MeetingStatus } from '../vocabulary/states.ts';
import { allOf, always, anyOf, isNever, never, notOf } from './combine-conditions.ts';
import type { TimedClause, WalkContext } from './walk-context.ts';

/** By SLA: the leads for which its clock runs. An SLA whose clock runs for none is not there. */
export type Clocks = ReadonlyMap<string, Condition>;

/** What happens to leads: an event, for some of them only where `when` is given. */
export interface WalkEvent {
  readonly type: EventType;
  readonly when?: Condition;
  /** What became of the meeting, for `meeting.changed`. */
  readonly status?: MeetingStatus;
  /** What the event is to `unless`: an attempt that connected, a reply. */
  readonly ends?: 'connected' | 'replied';
  /** Whether it starts clocks without stopping any, since it may come later as well. */
  readonly onlyStarts?: boolean;
}

/** The clocks after an event. One that starts and stops at the same event goes on. */
export function clocksAfter(
  context: WalkContext,
  clocks: Clocks,
  event: WalkEvent,
  met: readonly MeetingStatus[],
): Clocks {
  const { when = always } = event;
  const after = context.timed.map(({ id, clause }): readonly [string, Condition] => {
    const running = clocks.get(id) ?? never;
    const left = stops(clause, event) ? allOf([running, notOf(when)]) : running;
    const started = clause.from === event.type ? allOf([when, context.narrow(clause.applies ?? always, met)]) : never;
    const ended = event.ends !== undefined && clause.unless?.includes(event.ends) === true;
    return [id, ended ? never : anyOf([left, started])];
  });
  return new Map(after.filter(([, running]) => !isNever(running)));
}

function stops({ kept, from, repeat }: TimedClause, { type, status, onlyStarts = false }: WalkEvent): boolean {
  if (onlyStarts || repeat || from === type) return false;
  if (Array.isArray(kept)) return kept.includes(type);
  return 'meeting' in kept && status !== undefined && kept.meeting.includes(status);
}

/** The clocks of a new lead: it was captured, and qualified where the agreement says so. */
export function firstClocks(context: WalkContext): Clocks {
  const captured = clocksAfter(context, new Map(), { type: 'lead.captured' }, []);
  return clocksAfter(context, captured, { type: 'lead.qualified', when: context.qualified }, []);
}

/** The clocks that go on when a lead is handed off again: those that are about the lead, not about the cycle. */
export function clocksOfNewCycle(context: WalkContext, clocks: Clocks): Clocks {
  const ofLead = context.timed.filter(({ clause }) => clause.grain === 'lead').map(({ id }) => id);
  return new Map([...clocks].filter(([id]) => ofLead.includes(id)));
}
