import { type StageId, stages } from '@sameteam/model';
import type { SlaEntry } from '../rules/sla-entries.ts';
import type { StoryEvent } from '../story/story.ts';
import type { CommonValues } from './cycle-row.ts';
import { firstEvents } from './first-events.ts';
import type { KnownFacts } from './known-facts.ts';
import type { LeadCycle, LeadStretch } from './lead-cycles.ts';
import { leadExit } from './lead-exit.ts';
import { leadLifecycle } from './lead-lifecycle.ts';
import { LeadRow } from './lead-row.ts';
import { orderKey, timeOfKey } from './lead-stages.ts';
import { unknownState } from './lead-states.ts';
import type { LeadTouch } from './lead-touches.ts';
import type { NextStep } from './next-step.ts';
import { stateValues } from './state-values.ts';
import { channelPath, touchAges, touchesUntil, touchMarks } from './touch-path.ts';
import type { LeadFrame } from './touch-row.ts';
import { writeStates } from './write-states.ts';

/** What a row of `leads` is made of beside its stages. */
export interface FoldedParts {
  readonly known: KnownFacts;
  readonly cycles: readonly LeadCycle[];
  /** SLA entries of the lead as a whole. */
  readonly owed: readonly SlaEntry[];
  readonly touches: readonly LeadTouch[];
  readonly next: NextStep;
  /** `null` where nobody was asked. */
  readonly consented: boolean | null;
  readonly common: CommonValues;
  readonly frame: LeadFrame;
}

/** Makes the row of a lead. */
export function makeLeadRow(of: LeadStretch, parts: FoldedParts): LeadRow {
  const row = new LeadRow();
  const { known, cycles, common, frame } = parts;
  row.lead = common.lead;
  row.excluded = frame.excluded;
  row.segment = frame.segment;
  row.company = known.company;
  row.contact = known.contact;
  row.channel = common.channel;
  row.medium = common.medium;
  row.campaign = common.campaign;
  row.landing_page = common.landingPage;
  row.motion = common.motion;
  row.product = common.product;
  row.reachable = known.hasEmail || known.hasPhone ? 1 : 0;
  row.consented = parts.consented === null ? null : parts.consented ? 1 : 0;
  row.cycles = cycles.length;
  for (const { subject } of of.events) if (subject === common.lead) row.events++;
  row.at_revived = cycles.find(({ isRevived }) => isRevived)?.handedOffMs ?? null;
  row.at_open_due = earliestDue(parts);
  writeStages(row, of);
  writeFirsts(row, of);
  writeStanding(row, of, parts.next);
  writePaths(row, parts.touches);
  return row;
}

type StageTime = `at_${StageId}`;

/** Columns of the times of stages: a name that is put together for each row takes longer than all else of its stages. */
const stageTimes = stages.map((id): StageTime => `at_${id}`);

function writeStages(row: LeadRow, { events, after, stages: { key, implied, impossible }, rules }: LeadStretch): void {
  row.implied = implied;
  row.impossible = impossible ? 1 : 0;
  for (let stage = 0; stage < stages.length; stage++) {
    const at = key[stage] as number;
    const id = stages[stage];
    if (Number.isNaN(at) || id === undefined) continue;
    const timeMs = timeOfKey(at);
    row[stageTimes[stage] as StageTime] = timeMs;
    writeStates[id](row, stateValues(after[lastAt(events, at)] ?? unknownState, timeMs, rules));
  }
  const last = events.length - 1;
  const nowMs = Number.isFinite(rules.asOfMs) ? rules.asOfMs : (events[last]?.timeMs ?? 0);
  const { version } = rules.versionAt(rules.asOfMs);
  writeStates.now(row, stateValues(after[last] ?? unknownState, nowMs, rules, version));
}

/** Place of the last event up to an order key, that of equal keys included. O(log events). */
function lastAt(events: readonly StoryEvent[], key: number): number {
  let low = 0;
  let high = events.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (orderKey(events[middle] as StoryEvent) <= key) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function writeFirsts(row: LeadRow, { events, stages: { key, lostKey } }: LeadStretch): void {
  const first = firstEvents(events);
  row.at_assigned = first.assignedMs;
  row.at_attempted = first.attemptedMs;
  row.at_connected = first.connectedMs;
  row.at_engaged = first.engagedMs;
  row.at_rejected = first.rejectedMs;
  row.at_recycled = first.recycledMs;
  row.at_disqualified = first.disqualifiedMs;
  row.attempts = first.attempts;
  row.connects = first.connects;
  row.at_lost = Number.isNaN(lostKey) ? null : timeOfKey(lostKey);
  const [capturedKey = Number.NaN] = key;
  const exit = leadExit(events, { capturedKey, wonKey: key.at(-1) ?? Number.NaN, lostKey });
  row.at_exit = exit?.atMs ?? null;
  row.exit = exit?.exit ?? null;
}

function writeStanding(row: LeadRow, { events, scope }: LeadStretch, next: NextStep): void {
  const { state, sinceMs, illegalMoves } = leadLifecycle(events, scope.deals);
  row.state = state;
  row.at_state = sinceMs;
  row.illegal_moves = illegalMoves;
  row.has_next_step = next.isPlanned ? 1 : 0;
  row.at_next_step = next.untilMs;
  row.at_revisit = next.revisitMs;
}

function writePaths(row: LeadRow, touches: readonly LeadTouch[]): void {
  row.path = channelPath(touchesUntil(touches, Number.POSITIVE_INFINITY));
  if (row.at_opportunity !== null) {
    const before = touchesUntil(touches, row.at_opportunity);
    row.path_to_opportunity = channelPath(before);
    row.ages_to_opportunity = touchAges(before, row.at_opportunity);
    row.marks_to_opportunity = touchMarks(before, row);
  }
  if (row.at_won !== null) {
    const before = touchesUntil(touches, row.at_won);
    row.path_to_won = channelPath(before);
    row.ages_to_won = touchAges(before, row.at_won);
    row.marks_to_won = touchMarks(before, row);
  }
}

function earliestDue({ cycles, owed }: FoldedParts): number | null {
  let earliest: number | null = null;
  const tell = ({ isOpen, dueMs }: SlaEntry) => {
    if (isOpen && dueMs !== null && (earliest === null || dueMs < earliest)) earliest = dueMs;
  };
  for (const entry of owed) tell(entry);
  for (const { entries } of cycles) for (const entry of entries) tell(entry);
  return earliest;
}
