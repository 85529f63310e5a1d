import { isMovingEvent, type LeadState, leadStates, nextState } from '@sameteam/agreement';
import { eventTypes, type StageId, stages } from '@sameteam/model';
import type { StoryEvent } from '../story/story.ts';
import { isOpportunityRank, ranks } from './ranks.ts';

/** Where a lead stands by the lifecycle of the agreement. */
export interface LeadLifecycle {
  /** `null` for a lead of which nothing was recorded that it moves by. */
  readonly state: LeadState | null;
  /** When it came to that state. */
  readonly sinceMs: number | null;
  /** Moves that were recorded although the lifecycle does not allow them. */
  readonly illegalMoves: number;
}

const states: readonly (LeadState | null)[] = [null, ...leadStates];
const illegalBit = 128;
const moving = eventTypes.map(isMovingEvent);

/** By state and rank, and by state and the stage that a reset names: the next state, with a bit for what is not legal. */
const moves = Uint8Array.from({ length: states.length * 64 }, (_, cell) => {
  const type = eventTypes[cell % 64];
  return type === undefined ? 0 : codeOf(nextState(states[Math.floor(cell / 64)] ?? null, type));
});
const resets = Uint8Array.from({ length: states.length * stages.length }, (_, cell) => {
  const to = stages[cell % stages.length];
  const from = states[Math.floor(cell / stages.length)] ?? null;
  return to === undefined ? 0 : codeOf(nextState(from, 'lead.stage_reset', { to }));
});

function codeOf({ state, legal }: { readonly state: LeadState | null; readonly legal: boolean }): number {
  return states.indexOf(state) | (legal ? 0 : illegalBit);
}

/** Walks a lead through the lifecycle: it moves by its own events and by those of its opportunities. O(events). */
export function leadLifecycle(events: readonly StoryEvent[], deals: ReadonlySet<string>): LeadLifecycle {
  let code = 0;
  let sinceMs: number | null = null;
  let illegalMoves = 0;
  for (const { rank, subject, payload, timeMs } of events) {
    let next: number;
    if (rank === ranks.stageReset) {
      const to = stages.indexOf(payload.to as StageId);
      if (to === -1) continue;
      next = resets[code * stages.length + to] as number;
    } else if (moving[rank] === true && (!isOpportunityRank(rank) || deals.has(subject))) {
      next = moves[code * 64 + rank] as number;
    } else continue;
    if ((next & illegalBit) !== 0) illegalMoves++;
    const state = next & ~illegalBit;
    if (state !== code) sinceMs = timeMs;
    code = state;
  }
  return { state: states[code] ?? null, sinceMs, illegalMoves };
}
