import { isOnCalendar, workingSecondsBetween } from '../rules/calendar-reach.ts';
import type { FactRowOf } from '../schema/fact-schema.ts';
import type { StoryEvent } from '../story/story.ts';
import { isDecisionImplied } from './implied-acceptance.ts';
import type { LeadCycle, LeadStretch } from './lead-cycles.ts';
import { type LeadState, unknownState } from './lead-states.ts';
import { ranks } from './ranks.ts';
import { teamAt } from './state-values.ts';

type CycleRow = { -readonly [C in keyof FactRowOf<'cycles'>]: FactRowOf<'cycles'>[C] };

/**
 * Working time of the owner's team: from the hand-off to the assignment and to the decision, from the assignment to the
 * first attempt. What was tried before somebody owned the lead took no time of an owner.
 */
export function countWorkingTime(row: CycleRow, cycle: LeadCycle, of: LeadStretch): void {
  const { handedOffMs, rules, isImplied } = cycle;
  const { at_assigned: assignedMs, at_attempted: attemptedMs, at_decided: decidedMs } = row;
  if (assignedMs === null && attemptedMs === null && decidedMs === null) return;
  if (!isOnCalendar(handedOffMs)) return;
  const calendar = rules.teamCalendar(teamAfter(cycle, of) ?? row.to_team);
  // Nothing is timed from or to what was not recorded (rule 19).
  if (!isImplied) {
    if (assignedMs !== null) row.worked_to_assigned = workingSecondsBetween(calendar, handedOffMs, assignedMs);
    if (decidedMs !== null && !isDecisionImplied(row)) {
      row.worked_to_decided = workingSecondsBetween(calendar, handedOffMs, decidedMs);
    }
  }
  if (assignedMs === null || attemptedMs === null || attemptedMs < assignedMs) return;
  row.worked_to_attempted = workingSecondsBetween(calendar, assignedMs, attemptedMs);
}

/** The team that has the lead once it was assigned in the cycle. */
function teamAfter({ from, to, isImplied }: LeadCycle, { events, after, rules }: LeadStretch): string | null {
  for (let index = isImplied ? 0 : from + 1; index < to; index++) {
    const { rank, payload, timeMs } = events[index] as StoryEvent;
    if (rank !== ranks.assigned || typeof payload.to !== 'string') continue;
    return teamAt(after[index] as LeadState, timeMs, rules);
  }
  return teamAt(after[from] ?? unknownState, (events[from] as StoryEvent).timeMs, rules);
}
