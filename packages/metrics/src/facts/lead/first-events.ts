import type { StoryEvent } from '../story/story.ts';
import { isAttempt, isConnect } from './attempts.ts';
import { ranks } from './ranks.ts';

/** The first event of each kind that is no stage, and how often reps tried. `null` for none. */
export interface FirstEvents {
  assignedMs: number | null;
  attemptedMs: number | null;
  connectedMs: number | null;
  /** What it did itself: an engagement or a reply. */
  engagedMs: number | null;
  rejectedMs: number | null;
  recycledMs: number | null;
  disqualifiedMs: number | null;
  attempts: number;
  connects: number;
}

/** Folds the first event of each kind. O(events). */
export function firstEvents(events: readonly StoryEvent[]): FirstEvents {
  const first: FirstEvents = {
    assignedMs: null,
    attemptedMs: null,
    connectedMs: null,
    engagedMs: null,
    rejectedMs: null,
    recycledMs: null,
    disqualifiedMs: null,
    attempts: 0,
    connects: 0,
  };
  for (const { rank, payload, timeMs } of events) {
    switch (rank) {
      case ranks.assigned:
        if (typeof payload.to === 'string') first.assignedMs ??= timeMs;
        break;
      case ranks.attempted:
        if (isAttempt(payload)) {
          first.attempts++;
          first.attemptedMs ??= timeMs;
        }
        if (isConnect(payload)) {
          first.connects++;
          first.connectedMs ??= timeMs;
        }
        break;
      case ranks.engaged:
      case ranks.replied:
        first.engagedMs ??= timeMs;
        break;
      case ranks.rejected:
        first.rejectedMs ??= timeMs;
        break;
      case ranks.recycled:
        first.recycledMs ??= timeMs;
        break;
      case ranks.disqualified:
        first.disqualifiedMs ??= timeMs;
        break;
    }
  }
  return first;
}
