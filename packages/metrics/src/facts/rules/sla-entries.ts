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
 * The entries of a clause in a stretch: one from the first starting event for which it applies; with `repeat` another
 * one from each event that satisfied the one before. An event that both satisfies and ends satisfies. O(events).
 */
export function slaEntries(clause: TimedClause, stretch: SlaStretch): readonly SlaEntry[] {
  const { events, from, to, followedBy } = stretch;
  const entries: SlaEntry[] = [];
  let open: SlaEntry | null = null;
  let left = 0;
  for (let index = from; index < to; index++) {
    const { rank, payload, timeMs } = events[index] as StoryEvent;
    const role = clause.roles[rank] as number;
    if (open === null) {
      if ((role & slaRole.start) === 0 || !stretch.counts(index) || !clause.starts(rank, payload)) continue;
      open = startEntry(clause, stretch, index, entries);
      left = clause.times;
      continue;
    }
    const isCounted = stretch.counts(index);
    if ((role & slaRole.keep) !== 0 && isCounted && clause.keeps(rank, payload) && --left === 0) {
      satisfy(open, stretch, index);
      if (!clause.repeat) return entries;
      open = startEntry(clause, stretch, index, entries);
      left = clause.times;
      if (open === null) return entries;
      continue;
    }
    const why = (role & slaRole.unless) !== 0 && isCounted ? clause.unless(rank, payload) : null;
    const ended = why ?? stretch.endOf(index);
    if (ended === null) continue;
    endEntry(open, timeMs, ended);
    return entries;
  }
  if (open !== null && followedBy !== null) endEntry(open, followedBy.atMs, followedBy.ended);
  return entries;
}

function startEntry(clause: TimedClause, stretch: SlaStretch, index: number, entries: SlaEntry[]): SlaEntry | null {
  if (clause.applies !== null && !stretch.applies(clause, index)) return null;
  const startedMs = (stretch.events[index] as StoryEvent).timeMs;
  const { dueMs, missedMs } = limitsOf(clause, stretch.calendarOf(clause, index), startedMs);
  const entry: SlaEntry = {
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
  entries.push(entry);
  return entry;
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
