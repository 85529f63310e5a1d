import { eventRank } from '@sameteam/model';
import type { FactRules, JudgingVersion, SegmentRules } from '../rules/fact-rules.ts';
import { type SlaEntry, slaEntriesOf } from '../rules/sla-entries.ts';
import type { TimedClause } from '../rules/timed-clause.ts';
import type { StoryEvent } from '../story/story.ts';
import type { LeadContext } from './lead-context.ts';
import type { LeadScope } from './lead-scope.ts';
import { isTakenBack, type LeadStages } from './lead-stages.ts';
import { type LeadState, unknownState } from './lead-states.ts';
import { isOpportunityRank, ranks } from './ranks.ts';
import { teamAt } from './state-values.ts';

/** A hand-off and the stretch of the story until the next one. */
export interface LeadCycle {
  /** From 1. */
  readonly number: number;
  /** Places of the hand-off and of the event after the last of the cycle. */
  readonly from: number;
  readonly to: number;
  /** Whether the hand-off is implied by the decision at its place, see `impliedHandOff`. */
  readonly isImplied: boolean;
  readonly handedOffMs: number;
  /** The version that bound at the hand-off: it judges the whole cycle. */
  readonly judging: JudgingVersion;
  readonly segment: string | null;
  readonly rules: SegmentRules;
  /** Id of the clause of `handOffs`. */
  readonly handOff: string | null;
  readonly isRevived: boolean;
  readonly entries: readonly SlaEntry[];
}

/** What the cycles of a lead are found in. */
export interface LeadStretch {
  readonly events: readonly StoryEvent[];
  readonly after: readonly LeadState[];
  readonly stages: LeadStages;
  /** Place of the decision that implies the first hand-off, see `impliedHandOff`; -1 for none. */
  readonly impliedAt: number;
  readonly scope: LeadScope;
  readonly context: LeadContext;
  readonly rules: FactRules;
}

/**
 * Cuts a lead into its cycles and judges each. A hand-off that a correction takes back opens none; the first one is implied
 * where sales decided before any was recorded. O(events × clauses).
 */
export function leadCycles(of: LeadStretch): readonly LeadCycle[] {
  const { events, stages, impliedAt } = of;
  const cycles: LeadCycle[] = [];
  let from = -1;
  let wasRecycled = false;
  let isRevived = false;
  const close = (to: number) => {
    if (from === -1) return;
    const isImplied = from === impliedAt;
    cycles.push(judgeCycle(of, { number: cycles.length + 1, from, to, isImplied, isRevived }));
  };
  for (let index = 0; index < events.length; index++) {
    const event = events[index] as StoryEvent;
    if (index === impliedAt) from = index;
    if (event.rank === ranks.recycled) wasRecycled = true;
    if (event.rank !== ranks.handedOff || isTakenBack(stages, event)) continue;
    close(index);
    from = index;
    isRevived = wasRecycled;
  }
  close(events.length);
  return cycles;
}

function judgeCycle(
  of: LeadStretch,
  cycle: Pick<LeadCycle, 'number' | 'from' | 'to' | 'isImplied' | 'isRevived'>,
): LeadCycle {
  const { events, context, rules: all } = of;
  const { timeMs: handedOffMs, payload } = events[cycle.from] as StoryEvent;
  const judging = all.versionAt(handedOffMs);
  const plain = judging.rules.forSegment(null);
  const segment = judging.rules.hasSegments ? judging.rules.segmentOf(context.at(cycle.from, plain, null)) : null;
  const rules = judging.rules.forSegment(segment);
  const handOff =
    typeof payload.from === 'string' && typeof payload.to === 'string'
      ? rules.handOffOf(payload.from, payload.to, context.at(cycle.from, rules, segment))
      : null;
  const { number, from, to, isImplied, isRevived } = cycle;
  const clauses = isImplied ? rules.clauses.cycle.filter(isOwedOnceDecided) : rules.clauses.cycle;
  const entries = owedEntries(of, clauses, { from, to, rules, segment });
  return { number, from, to, isImplied, handedOffMs, judging, segment, rules, handOff, isRevived, entries };
}

/**
 * Whether a clause owes something after a decision. What is owed from a hand-off or from its assignment on belongs to the
 * time before, of which nothing was recorded: no clock starts from that.
 */
function isOwedOnceDecided({ source }: TimedClause): boolean {
  return eventRank(source.from) > ranks.attempted;
}

/**
 * SLA entries of grain `lead`: the whole story is one stretch, which the version judges that bound when it began.
 * @param segment of the lead
 */
export function leadEntries(of: LeadStretch, segment: string | null): readonly SlaEntry[] {
  const first = of.events[0];
  if (first === undefined) return [];
  const version = of.rules.versionAt(first.timeMs).rules;
  // A segment of a later version may be none of this one.
  const isOne = version.agreement.segments.some(({ id }) => id === segment);
  const rules = version.forSegment(isOne ? segment : null);
  return owedEntries(of, rules.clauses.lead, { from: 0, to: of.events.length, rules, segment });
}

function owedEntries(
  { events, after, stages, scope, context, rules: all }: LeadStretch,
  clauses: readonly TimedClause[],
  {
    from,
    to,
    rules,
    segment,
  }: {
    readonly from: number;
    readonly to: number;
    readonly rules: SegmentRules;
    readonly segment: string | null;
  },
): readonly SlaEntry[] {
  if (clauses.length === 0) return [];
  const next = events[to];
  return slaEntriesOf(clauses, {
    events,
    from,
    to,
    followedBy: next === undefined ? null : { atMs: next.timeMs, ended: 'handed_off' },
    counts: (index) => {
      const event = events[index] as StoryEvent;
      if (isOpportunityRank(event.rank)) return scope.deals.has(event.subject);
      return stages.corrections === null || !isTakenBack(stages, event);
    },
    endOf: (index) => endOf(events[index] as StoryEvent, scope),
    applies: (clause, index) => clause.applies?.(context.at(index, rules, segment)) ?? true,
    calendarOf: (clause, index) => {
      const state = after[index] ?? unknownState;
      const { timeMs } = events[index] as StoryEvent;
      return rules.calendarOf(clause, { owner: state.owner, team: teamAt(state, timeMs, all) }, timeMs);
    },
  });
}

/** Why an event ends what is owed for a lead. */
function endOf({ rank, subject }: StoryEvent, { deals }: LeadScope): string | null {
  switch (rank) {
    case ranks.rejected:
      return 'rejected';
    case ranks.recycled:
      return 'recycled';
    case ranks.disqualified:
      return 'disqualified';
    case ranks.won:
      return deals.has(subject) ? 'won' : null;
    case ranks.lost:
      return deals.has(subject) ? 'lost' : null;
    default:
      return null;
  }
}
