import type { FactRules, JudgingVersion } from '../rules/fact-rules.ts';
import type { SlaEntry } from '../rules/sla-entries.ts';
import type { FactRowOf } from '../schema/fact-schema.ts';
import type { Deal } from './deal-rules.ts';
import { dealStates } from './deal-states.ts';

/** An entry on its way to a row. */
export interface DealEntry {
  readonly entry: SlaEntry;
  readonly judging: JudgingVersion;
  /** Who owned the opportunity when the clock started. */
  readonly owner: string | null;
}

/** The row of what was owed for an opportunity. What is known is that of the start; there is no hand-off to be late. */
export function entryRow(
  { lead, common }: Deal,
  { entry, judging, owner }: DealEntry,
  rules: FactRules,
): FactRowOf<'entries'> {
  const { company: _, ...shared } = common;
  const { clause } = entry;
  return {
    ...shared,
    ...dealStates(lead, { atMs: entry.startedMs, owner }, rules),
    version: judging.version,
    cycle_number: null,
    clause: clause.address,
    owed_by: clause.of,
    side: clause.side,
    binding: judging.binding ? 1 : 0,
    at_started: entry.startedMs,
    at_due: entry.dueMs,
    at_missed: entry.missedMs,
    at_satisfied: entry.satisfiedMs,
    at_ended: entry.endedMs,
    ended: entry.ended,
    explained: null,
    taken: entry.taken,
    routing: null,
  };
}
