import { eventRank } from '@sameteam/model';
import type { StoryLog } from './story-log.ts';

const memberChanged = eventRank('campaign.member_changed');

/** The events of each subject, in their order. */
export interface StoryBuckets {
  /** Places of the events of a subject in the log; none for a code that has none. */
  of(code: number): Int32Array;
  /** Orders two events by time, rank, source and id. */
  readonly compare: (a: number, b: number) => number;
}

/**
 * Sorts the events of a log into subjects by counting: O(events), and n log n only for subjects whose events do not
 * already stand in their order. An event about a member of a campaign is counted to the member, so that nobody's story
 * holds the events of all members.
 * @param size number of subjects, those that events only name included
 * @param memberOf code of the member that an event of a campaign names; -1 for none
 */
export function storyBuckets(log: StoryLog, size: number, memberOf: (event: number) => number): StoryBuckets {
  const { count, rank, timeMs, subject } = log;
  const owner = subject.slice(0, count);
  for (let event = 0; event < count; event++) {
    if (rank[event] !== memberChanged) continue;
    const member = memberOf(event);
    if (member >= 0) owner[event] = member;
  }
  const start = new Int32Array(size + 1);
  for (let event = 0; event < count; event++) {
    const next = (owner[event] as number) + 1;
    start[next] = (start[next] as number) + 1;
  }
  for (let code = 0; code < size; code++) start[code + 1] = (start[code + 1] as number) + (start[code] as number);
  const place = start.slice(0, size);
  const sorted = new Int32Array(count);
  for (let event = 0; event < count; event++) {
    const code = owner[event] as number;
    const at = place[code] as number;
    sorted[at] = event;
    place[code] = at + 1;
  }
  const compare = (a: number, b: number): number =>
    (timeMs[a] as number) - (timeMs[b] as number) || (rank[a] as number) - (rank[b] as number) || log.compareTies(a, b);
  const isSorted = new Uint8Array(size);
  return {
    compare,
    of(code) {
      const events = sorted.subarray(start[code], start[code + 1]);
      if (isSorted[code] === 1) return events;
      isSorted[code] = 1;
      for (let at = 1; at < events.length; at++) {
        if (compare(events[at - 1] as number, events[at] as number) <= 0) continue;
        events.sort(compare);
        break;
      }
      return events;
    },
  };
}
