import { isOnCalendar, workingSecondsBetween } from '../rules/calendar-reach.ts';
import type { FactRules } from '../rules/fact-rules.ts';
import type { FactRowOf } from '../schema/fact-schema.ts';
import type { StoryEvent } from '../story/story.ts';
import { isAttempt, isConnect } from './attempts.ts';
import type { LeadCycle, LeadStretch } from './lead-cycles.ts';
import { isTakenBack } from './lead-stages.ts';
import { type LeadState, unknownState } from './lead-states.ts';
import { ranks } from './ranks.ts';
import { writeRecycled, writeRejected } from './returned-states.ts';
import { type StateValues, stateValues, teamAt } from './state-values.ts';

/** A row while it is made. */
type CycleRow = { -readonly [C in keyof FactRowOf<'cycles'>]: FactRowOf<'cycles'>[C] };

/** What all rows of a lead have in common. */
export interface CommonValues {
  readonly lead: string;
  readonly channel: string | null;
  readonly medium: string | null;
  readonly campaign: string | null;
  readonly landingPage: string | null;
  readonly motion: string | null;
  readonly product: string | null;
}

/** Makes the row of a cycle: what came first in it, how it was decided and how it ended. O(events of the cycle). */
export function cycleRow(
  cycle: LeadCycle,
  of: LeadStretch,
  excluded: string | null,
  common: CommonValues,
): FactRowOf<'cycles'> {
  const row = emptyRow(cycle, of, excluded, common);
  for (let index = cycle.from + 1; index < cycle.to; index++) tellCycle(row, index, of);
  const next = of.events[cycle.to];
  if (next !== undefined && row.at_ended === null) end(row, next.timeMs, 'handed_off');
  countWorkingTime(row, cycle, of);
  return row;
}

function emptyRow(
  { number, from, handedOffMs, judging, segment, handOff, isRevived }: LeadCycle,
  { events, after, rules }: LeadStretch,
  excluded: string | null,
  { lead, channel, medium, campaign, landingPage, motion, product }: CommonValues,
): CycleRow {
  const { payload } = events[from] as StoryEvent;
  const states = stateValues(after[from] ?? unknownState, handedOffMs, rules, judging.version);
  return {
    // First, where a copy is cheap.
    owner_at_rejected: null,
    team_at_rejected: null,
    readiness_at_rejected: null,
    grade_at_rejected: null,
    reason_at_rejected: null,
    company_size_at_rejected: null,
    industry_at_rejected: null,
    country_at_rejected: null,
    owner_at_recycled: null,
    team_at_recycled: null,
    readiness_at_recycled: null,
    grade_at_recycled: null,
    reason_at_recycled: null,
    company_size_at_recycled: null,
    industry_at_recycled: null,
    country_at_recycled: null,
    lead,
    excluded,
    segment,
    number,
    hand_off: handOff,
    from_team: typeof payload.from === 'string' ? payload.from : null,
    to_team: typeof payload.to === 'string' ? payload.to : null,
    revived: isRevived ? 1 : 0,
    binding: judging.binding ? 1 : 0,
    at_handed_off: handedOffMs,
    at_assigned: null,
    at_attempted: null,
    at_connected: null,
    at_replied: null,
    at_accepted: null,
    at_sql: null,
    at_rejected: null,
    at_recycled: null,
    at_disqualified: null,
    at_decided: null,
    decision: null,
    at_opportunity: null,
    at_won: null,
    at_lost: null,
    at_ended: null,
    ended: null,
    attempts: 0,
    connects: 0,
    worked_to_assigned: null,
    worked_to_attempted: null,
    worked_to_decided: null,
    channel,
    medium,
    campaign,
    landing_page: landingPage,
    motion,
    product,
    owner: states.owner,
    team: states.team,
    readiness: states.readiness,
    grade: states.grade,
    reason: states.reason,
    version: states.version,
    cycle: states.cycle,
    company_size: states.company_size,
    industry: states.industry,
    country: states.country,
  };
}

function tellCycle(row: CycleRow, index: number, of: LeadStretch): void {
  const { events, stages } = of;
  const { deals } = of.scope;
  const event = events[index] as StoryEvent;
  const { rank, payload, timeMs, subject } = event;
  switch (rank) {
    case ranks.assigned:
      if (typeof payload.to === 'string') row.at_assigned ??= timeMs;
      break;
    case ranks.attempted:
      if (isAttempt(payload)) {
        row.attempts = (row.attempts ?? 0) + 1;
        row.at_attempted ??= timeMs;
      }
      if (isConnect(payload)) {
        row.connects = (row.connects ?? 0) + 1;
        row.at_connected ??= timeMs;
      }
      break;
    case ranks.replied:
      row.at_replied ??= timeMs;
      break;
    case ranks.accepted:
      if (isTakenBack(stages, event)) break;
      row.at_accepted ??= timeMs;
      decide(row, timeMs, 'accepted');
      break;
    case ranks.salesQualified:
      if (!isTakenBack(stages, event)) row.at_sql ??= timeMs;
      break;
    case ranks.rejected:
      if (row.at_rejected === null) writeRejected(row, statesAt(index, of));
      row.at_rejected ??= timeMs;
      sendBack(row, timeMs, 'rejected');
      break;
    case ranks.recycled:
      if (row.at_recycled === null) writeRecycled(row, statesAt(index, of));
      row.at_recycled ??= timeMs;
      sendBack(row, timeMs, 'recycled');
      break;
    case ranks.disqualified:
      row.at_disqualified ??= timeMs;
      sendBack(row, timeMs, 'disqualified');
      break;
    case ranks.opened:
      if (deals.has(subject)) row.at_opportunity ??= timeMs;
      break;
    case ranks.won:
      if (!deals.has(subject)) break;
      row.at_won ??= timeMs;
      end(row, timeMs, 'accepted_and_won');
      break;
    case ranks.lost:
      if (!deals.has(subject)) break;
      row.at_lost ??= timeMs;
      end(row, timeMs, 'accepted_and_lost');
      break;
    case ranks.reopened:
      if (deals.has(subject)) reopen(row);
      break;
  }
}

function statesAt(index: number, { events, after, rules }: LeadStretch): StateValues {
  return stateValues(after[index] ?? unknownState, (events[index] as StoryEvent).timeMs, rules);
}

function decide(row: CycleRow, atMs: number, decision: string): void {
  if (row.at_decided !== null) return;
  row.at_decided = atMs;
  row.decision = decision;
}

function sendBack(row: CycleRow, atMs: number, how: string): void {
  decide(row, atMs, how);
  end(row, atMs, how);
}

function end(row: CycleRow, atMs: number, how: string): void {
  if (row.at_ended !== null) return;
  row.at_ended = atMs;
  row.ended = how;
}

/** A win or loss that was reopened does not stand, nor does the end that it was. */
function reopen(row: CycleRow): void {
  row.at_won = null;
  row.at_lost = null;
  if (row.ended !== 'accepted_and_won' && row.ended !== 'accepted_and_lost') return;
  row.at_ended = null;
  row.ended = null;
}

/**
 * Working time of the owner's team: from the hand-off to the assignment and to the decision, from the assignment to the
 * first attempt. What was tried before somebody owned the lead took no time of an owner.
 */
function countWorkingTime(row: CycleRow, { handedOffMs, from, rules }: LeadCycle, of: LeadStretch): void {
  const { at_assigned: assignedMs, at_attempted: attemptedMs, at_decided: decidedMs } = row;
  if (assignedMs === null && attemptedMs === null && decidedMs === null) return;
  if (!isOnCalendar(handedOffMs)) return;
  const calendar = rules.teamCalendar(teamAfter(from, of) ?? row.to_team);
  if (assignedMs !== null) row.worked_to_assigned = workingSecondsBetween(calendar, handedOffMs, assignedMs);
  if (decidedMs !== null) row.worked_to_decided = workingSecondsBetween(calendar, handedOffMs, decidedMs);
  if (assignedMs === null || attemptedMs === null || attemptedMs < assignedMs) return;
  row.worked_to_attempted = workingSecondsBetween(calendar, assignedMs, attemptedMs);
}

/** The team that has the lead once it was assigned in the cycle that begins at a place. */
function teamAfter(
  from: number,
  { events, after, rules }: Pick<LeadStretch, 'events' | 'after'> & { readonly rules: Pick<FactRules, 'teamOf'> },
): string | null {
  for (let index = from + 1; index < events.length; index++) {
    const { rank, payload, timeMs } = events[index] as StoryEvent;
    if (rank === ranks.handedOff) break;
    if (rank !== ranks.assigned || typeof payload.to !== 'string') continue;
    return teamAt(after[index] as LeadState, timeMs, rules);
  }
  return teamAt(after[from] ?? unknownState, (events[from] as StoryEvent).timeMs, rules);
}
