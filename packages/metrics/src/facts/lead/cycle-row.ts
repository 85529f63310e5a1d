import { stages } from '@sameteam/model';
import type { FactRowOf } from '../schema/fact-schema.ts';
import type { StoryEvent } from '../story/story.ts';
import { isAttempt, isConnect } from './attempts.ts';
import { cycleRep } from './cycle-rep.ts';
import { countWorkingTime } from './cycle-working-time.ts';
import { implyAcceptance } from './implied-acceptance.ts';
import type { LeadCycle, LeadStretch } from './lead-cycles.ts';
import { isTakenBack } from './lead-stages.ts';
import { unknownState } from './lead-states.ts';
import { ranks } from './ranks.ts';
import { writeRecycled, writeRejected } from './returned-states.ts';
import { type StateValues, stateValues } from './state-values.ts';

const handedOffStage = stages.indexOf('handed_off');

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
  if (cycle.isImplied) tellUnrecorded(row, cycle, of);
  for (let index = cycle.isImplied ? cycle.from : cycle.from + 1; index < cycle.to; index++) tellCycle(row, index, of);
  const next = of.events[cycle.to];
  if (next !== undefined && row.at_ended === null) end(row, next.timeMs, 'handed_off');
  implyAcceptance(row, of);
  writeRep(row, cycle, of);
  countWorkingTime(row, cycle, of);
  return row;
}

/** What was done before the decision that implies the hand-off was done in its cycle: the lead has no earlier one. */
function tellUnrecorded(row: CycleRow, { from }: LeadCycle, of: LeadStretch): void {
  for (let index = 0; index < from; index++) {
    const { rank } = of.events[index] as StoryEvent;
    if (rank === ranks.assigned || rank === ranks.attempted || rank === ranks.replied) tellCycle(row, index, of);
  }
}

/** Who the hand-off was to, see `cycleRep`. */
function writeRep(row: CycleRow, cycle: LeadCycle, of: LeadStretch): void {
  const { owner, team } = cycleRep(cycle, row, of);
  row.owner_of_cycle = owner;
  row.team_of_cycle = team;
}

function emptyRow(
  { number, from, isImplied, handedOffMs, judging, segment, handOff, isRevived }: LeadCycle,
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
    implied: isImplied ? 1 << handedOffStage : 0,
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
    owner_of_cycle: null,
    team_of_cycle: null,
  };
}

function tellCycle(row: CycleRow, index: number, of: LeadStretch): void {
  const { events, stages: attained } = of;
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
      if (isTakenBack(attained, event)) break;
      row.at_accepted ??= timeMs;
      decide(row, timeMs, 'accepted');
      break;
    case ranks.salesQualified:
      if (!isTakenBack(attained, event)) row.at_sql ??= timeMs;
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
