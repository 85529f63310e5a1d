import { foldRanks } from '../promoted.ts';
import type { JudgingVersion } from '../rules/fact-rules.ts';
import type { SlaEntry } from '../rules/sla-entries.ts';
import type { FactRowOf } from '../schema/fact-schema.ts';
import type { CommonValues } from './cycle-row.ts';
import type { LeadStretch } from './lead-cycles.ts';
import { unknownState } from './lead-states.ts';
import { stateValues } from './state-values.ts';

/** What the entries of a cycle, or those of the lead as a whole, have in common. */
export interface EntryFrame {
  readonly segment: string | null;
  readonly excluded: string | null;
  readonly judging: JudgingVersion;
  /** `null` for entries about the lead as a whole. */
  readonly cycle: {
    readonly number: number;
    /** `null` for one that is implied: how long it was under way is not known. */
    readonly handedOffMs: number | null;
  } | null;
  /** Reason that was given for it. */
  readonly explained: string | null;
}

/** Makes the row of an SLA entry of a lead or a cycle. */
export function entryRow(
  entry: SlaEntry,
  { segment, excluded, judging, cycle, explained }: EntryFrame,
  { events, after, rules }: LeadStretch,
  { lead, channel, medium, campaign, landingPage, motion, product }: CommonValues,
): FactRowOf<'entries'> {
  const { clause, startIndex, startedMs } = entry;
  const states = stateValues(after[startIndex] ?? unknownState, startedMs, rules, judging.version);
  return {
    lead,
    opportunity: null,
    excluded,
    segment,
    cycle_number: cycle?.number ?? null,
    clause: clause.address,
    owed_by: clause.of,
    side: clause.side,
    binding: judging.binding ? 1 : 0,
    at_started: startedMs,
    at_due: entry.dueMs,
    at_missed: entry.missedMs,
    at_satisfied: entry.satisfiedMs,
    at_ended: entry.endedMs,
    ended: entry.ended,
    explained,
    taken: entry.taken,
    routing:
      cycle !== null && events[startIndex]?.rank === foldRanks.assigned ? routingSeconds(cycle, startedMs) : null,
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

/** What lies between a hand-off and its assignment is routing; what lies before any later event is the work of a rep. */
function routingSeconds({ handedOffMs }: NonNullable<EntryFrame['cycle']>, assignedMs: number): number | null {
  return handedOffMs === null ? null : Math.floor((assignedMs - handedOffMs) / 1000);
}
