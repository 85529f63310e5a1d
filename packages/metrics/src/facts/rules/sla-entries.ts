import type { WorkingCalendar } from '@sameteam/agreement';
import type { StoryEvent } from '../story/story.ts';
import { isOnCalendar, workedThroughMs, workingSecondsBetween } from './calendar-reach.ts';
import { slaRole, type TimedClause } from './timed-clause.ts';

/** An entry of one clause: a clock that was started, and what became of it. */
export interface SlaEntry {
  readonly clause: TimedClause;
  /** Place of the event that started it. */
  readonly startIndex: number;
  readonly startedMs: number;
  /** Earliest instant at which the limit is used up; `null` where the calendar does not reach so far. */
  readonly dueMs: number | null;
  /** The first instant at which more whole seconds have gone by than the limit has. */
  readonly missedMs: number | null;
  /** Place and time of the event that satisfied it, late or in time; -1 for none. */
  satisfiedIndex: number;
  satisfiedMs: number | null;
  /** When it ended before it was satisfied or missed, and why. */
  endedMs: number | null;
  ended: string | null;
  /** Seconds by the clock of the clause, to the satisfying event. */
  taken: number | null;
  /** Whether somebody still owes something, in time or late. */
  isOpen: boolean;
}

/** Where a clause finds its events: a stretch of a story that is a cycle, a lead or an opportunity. */
export interface SlaStretch {
  readonly events: readonly StoryEvent[];
  /** Places of the first event and of the one after the last. */
  readonly from: number;
  readonly to: number;
  /** The event after the stretch, where it ends whatever is still owed; `null` where nothing does. */
  readonly followedBy: { readonly atMs: number; readonly ended: string } | null;
  /** Whether the event at a place counts here: not one that a correction takes back, nor one about something else. */
  counts(index: number): boolean;
  /** Why the event at a place ends whatever is owed; `null` where it does not. */
  endOf(index: number): string | null;
  /** Whether the clause applies by what is known after the event at a place. Asked only where it has a condition. */
  applies(clause: TimedClause, index: number): boolean;
  /** The calendar by which the clause counts from the event at a place on. */
  calendarOf(clause: TimedClause, index: number): WorkingCalendar;
}

/**
 * The entries of a clause in a stretch, see `slaEntriesOf`. Used for opportunities as well, by the folds of deals.
 */
export function slaEntries(clause: TimedClause, stretch: SlaStretch): readonly SlaEntry[] {
  return slaEntriesOf([clause], stretch);
}

/** The clock of one clause while it goes through the events. */
interface Clock {
  readonly clause: TimedClause;
  open: SlaEntry | null;
  /** Satisfying events that are still needed. */
  left: number;
  /** Whether it starts no more. */
  isDone: boolean;
}

/**
 * The entries of some clauses in a stretch, in the order in which they started: of each clause one from the first starting
 * event for which it applies; with `repeat` another one from each event that satisfied the one before. An event that both
 * satisfies and ends satisfies. Events are gone through once, so that `applies` is asked in their order.
 * O(events × clauses).
 */
export function slaEntriesOf(clauses: readonly TimedClause[], stretch: SlaStretch): readonly SlaEntry[] {
  const { events, from, to, followedBy } = stretch;
  const entries: SlaEntry[] = [];
  const clocks = clauses.map((clause): Clock => ({ clause, open: null, left: 0, isDone: false }));
  for (let index = from; index < to; index++) {
    const event = events[index] as StoryEvent;
    for (const clock of clocks) {
      if (clock.isDone) continue;
      const { clause, open } = clock;
      const role = clause.roles[event.rank] as number;
      if (open === null) {
        const mayStart = (role & slaRole.start) !== 0 && stretch.counts(index);
        if (mayStart && clause.starts(event.rank, event.payload)) start(clock, stretch, index, entries);
      } else if (isKept(clock, role, event, stretch, index)) {
        satisfy(open, stretch, index);
        // What ends all that is owed asks for nothing further.
        if (clause.repeat && stretch.endOf(index) === null) start(clock, stretch, index, entries);
        clock.isDone = clock.open === open || clock.open === null;
      } else {
        const isCounted = (role & slaRole.unless) !== 0 && stretch.counts(index);
        const ended = (isCounted ? clause.unless(event.rank, event.payload) : null) ?? stretch.endOf(index);
        if (ended === null) continue;
        endEntry(open, event.timeMs, ended);
        clock.isDone = true;
      }
    }
  }
  if (followedBy === null) return entries;
  for (const { open } of clocks) if (open?.isOpen === true) endEntry(open, followedBy.atMs, followedBy.ended);
  return entries;
}

function isKept(clock: Clock, role: number, event: StoryEvent, stretch: SlaStretch, index: number): boolean {
  if ((role & slaRole.keep) === 0 || !stretch.counts(index)) return false;
  if (!clock.clause.keeps(event.rank, event.payload)) return false;
  clock.left--;
  return clock.left === 0;
}

function start(clock: Clock, stretch: SlaStretch, index: number, entries: SlaEntry[]): void {
  clock.open = startEntry(clock.clause, stretch, index);
  clock.left = clock.clause.times;
  if (clock.open !== null) entries.push(clock.open);
}

function startEntry(clause: TimedClause, stretch: SlaStretch, index: number): SlaEntry | null {
  if (clause.applies !== null && !stretch.applies(clause, index)) return null;
  const startedMs = (stretch.events[index] as StoryEvent).timeMs;
  const { dueMs, missedMs } = limitsOf(clause, stretch.calendarOf(clause, index), startedMs);
  return {
    clause,
    startIndex: index,
    startedMs,
    dueMs,
    missedMs,
    satisfiedIndex: -1,
    satisfiedMs: null,
    endedMs: null,
    ended: null,
    taken: null,
    isOpen: true,
  };
}

function limitsOf(
  { within }: TimedClause,
  calendar: WorkingCalendar,
  startedMs: number,
): { readonly dueMs: number | null; readonly missedMs: number | null } {
  if (!isOnCalendar(startedMs)) return { dueMs: null, missedMs: null };
  const { seconds, working } = calendar.limitOf(within);
  if (!working) return { dueMs: startedMs + seconds * 1000, missedMs: startedMs + seconds * 1000 + 1000 };
  return {
    dueMs: workedThroughMs(calendar, startedMs, seconds),
    // Not a second after due: what is done after the last shift that the limit needed, but before the next one, is kept.
    missedMs: workedThroughMs(calendar, startedMs, seconds + 1),
  };
}

function satisfy(entry: SlaEntry, stretch: SlaStretch, index: number): void {
  const { clause, startIndex, startedMs } = entry;
  const { timeMs } = stretch.events[index] as StoryEvent;
  const calendar = stretch.calendarOf(clause, startIndex);
  entry.satisfiedIndex = index;
  entry.satisfiedMs = timeMs;
  entry.isOpen = false;
  entry.taken = calendar.limitOf(clause.within).working
    ? workingSecondsBetween(calendar, startedMs, timeMs)
    : Math.floor((timeMs - startedMs) / 1000);
}

/** What was missed before is not undone by an end: nobody owes it any more, that is all. */
function endEntry(entry: SlaEntry, atMs: number, ended: string): void {
  entry.isOpen = false;
  if (entry.missedMs !== null && atMs >= entry.missedMs) return;
  entry.endedMs = atMs;
  entry.ended = ended;
}
