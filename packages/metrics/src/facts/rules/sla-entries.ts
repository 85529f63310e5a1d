import type { WorkingCalendar } from '@sameteam/agreement';
import type { StoryEvent } from '../story/story.ts';
import type { TimedClause } from './timed-clause.ts';

/** An entry of one clause: a clock that was started, and what became of it. */
export interface SlaEntry {
  readonly clause: TimedClause;
  /** Place of the event that started it. */
  readonly startIndex: number;
  readonly startedMs: number;
  /** Earliest instant at which the limit is used up; `null` where the calendar does not reach so far. */
  readonly dueMs: number | null;
  /** The first instant at which it is missed: a second later. */
  readonly missedMs: number | null;
  /** Place and time of the event that satisfied it, late or in time. */
  satisfiedIndex: number;
  satisfiedMs: number | null;
  /** Where it ended before it was satisfied or missed, and why. */
  endedMs: number | null;
  ended: string | null;
  /** Seconds by the clock of the clause, to the satisfying event. */
  taken: number | null;
  /** Whether somebody still has to do something: neither satisfied nor ended, in time or late. */
  isOpen: boolean;
}

/** Where a clause finds its events: a stretch of a story that is a cycle, a lead or an opportunity. */
export interface SlaStretch {
  readonly events: readonly StoryEvent[];
  /** Places of the first event and of the one after the last. */
  readonly from: number;
  readonly to: number;
  /** Why the stretch ends at its last event, where the one after it ends it: an event that is no part of it. */
  readonly followedBy: { readonly atMs: number; readonly ended: string } | null;
  /** Whether the event at a place counts here: not one that a correction takes back, nor of another opportunity. */
  counts(index: number): boolean;
  /** Why the event at a place ends whatever is owed; `null` where it does not. */
  endOf(index: number): string | null;
  /** Whether the clause applies to what is known after the event at a place. Asked of starting events only. */
  applies(clause: TimedClause, index: number): boolean;
  /** The calendar by which the clause counts from the event at a place on. */
  calendarOf(clause: TimedClause, index: number): WorkingCalendar;
}
