import type { FactRowOf } from '../schema/fact-schema.ts';
import type { StoryEvent } from '../story/story.ts';
import type { LeadCycle, LeadStretch } from './lead-cycles.ts';
import { type LeadState, unknownState } from './lead-states.ts';
import { ranks } from './ranks.ts';
import { teamAt } from './state-values.ts';

/** Who answers for a hand-off. */
export interface CycleRep {
  readonly owner: string | null;
  readonly team: string | null;
}

/**
 * Who a hand-off was to, and the team of that rep: whoever it was assigned to last before it was decided, or at all while
 * it is not. Where nobody was, the owner that the lead had at the hand-off, unless the roster says that this is somebody
 * of the team that handed it off; else whoever got it after the decision. The team alone is known where nobody ever had it.
 * O(events of the cycle).
 */
export function cycleRep(
  { from, to, isImplied }: LeadCycle,
  {
    at_decided: decidedMs,
    from_team: fromTeam,
    to_team: toTeam,
  }: Pick<FactRowOf<'cycles'>, 'at_decided' | 'from_team' | 'to_team'>,
  { events, after, rules }: LeadStretch,
): CycleRep {
  let before = -1;
  let behind = -1;
  for (let index = isImplied ? 0 : from + 1; index < to; index++) {
    const { rank, payload, timeMs } = events[index] as StoryEvent;
    if (rank !== ranks.assigned || typeof payload.to !== 'string') continue;
    // At one instant an assignment comes before a decision.
    if (decidedMs === null || timeMs <= decidedMs) before = index;
    else if (behind === -1) behind = index;
  }
  if (before !== -1) return repAfter(before);
  const handedOffMs = (events[from] as StoryEvent).timeMs;
  const { owner } = after[from] ?? unknownState;
  if (owner !== null && (fromTeam === null || rules.teamOf(owner, handedOffMs) !== fromTeam)) return repAfter(from);
  return behind === -1 ? { owner: null, team: toTeam } : repAfter(behind);

  function repAfter(index: number): CycleRep {
    const state: LeadState = after[index] ?? unknownState;
    return { owner: state.owner, team: teamAt(state, (events[index] as StoryEvent).timeMs, rules) };
  }
}
