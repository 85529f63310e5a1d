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
  readonly scope: LeadScope;
  readonly context: LeadContext;
  readonly rules: FactRules;
}

/** Cuts a lead into its cycles and judges each. A hand-off that a correction takes back opens none. O(events × clauses). */
export function leadCycles(of: LeadStretch): readonly LeadCycle[] {
  const { events, stages } = of;
  const cycles: LeadCycle[] = [];
  let from = -1;
  let wasRecycled = false;
  let isRevived = false;
  for (let index = 0; index < events.length; index++) {
    const event = events[index] as StoryEvent;
    if (event.rank === ranks.recycled) wasRecycled = true;
    if (event.rank !== ranks.handedOff || isTakenBack(stages, event)) continue;
    if (from !== -1) cycles.push(judgeCycle(of, { number: cycles.length + 1, from, to: index, isRevived }));
    from = index;
    isRevived = wasRecycled;
  }
  if (from !== -1) cycles.push(judgeCycle(of, { number: cycles.length + 1, from, to: events.length, isRevived }));
  return cycles;
}

function judgeCycle(of: LeadStretch, cycle: Pick<LeadCycle, 'number' | 'from' | 'to' | 'isRevived'>): LeadCycle {
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
  const entries = owedEntries(of, rules.clauses.cycle, { from: cycle.from, to: cycle.to, rules, segment });
  const { number, from, to, isRevived } = cycle;
  return { number, from, to, handedOffMs, judging, segment, rules, handOff, isRevived, entries };
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
