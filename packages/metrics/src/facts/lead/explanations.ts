import type { SlaEntry } from '../rules/sla-entries.ts';
import type { StoryEvent } from '../story/story.ts';
import type { LeadCycle } from './lead-cycles.ts';
import { ranks } from './ranks.ts';

const none: ReadonlyMap<SlaEntry, string> = new Map();

/**
 * The reasons that were given for missed entries. An explanation belongs to the last entry of its clause that had started
 * by then: of the cycle that it names, else of the one that was running; the last explanation of an entry holds.
 * O(events + entries).
 * @param ofLead entries about the lead as a whole
 */
export function explanations(
  events: readonly StoryEvent[],
  cycles: readonly LeadCycle[],
  ofLead: readonly SlaEntry[],
): ReadonlyMap<SlaEntry, string> {
  let reasons: Map<SlaEntry, string> | null = null;
  let running = -1;
  for (let index = 0; index < events.length; index++) {
    if (cycles[running + 1]?.from === index) running++;
    const { rank, payload } = events[index] as StoryEvent;
    const { clause, cycle, reason } = payload;
    if (rank !== ranks.explained || typeof clause !== 'string' || typeof reason !== 'string') continue;
    const address = clause.startsWith('sla.') ? clause : `sla.${clause}`;
    const named = typeof cycle === 'number' ? cycles[cycle - 1] : cycles[running];
    const entry = lastStarted(named?.entries ?? [], address, index) ?? lastStarted(ofLead, address, index);
    if (entry !== undefined) reasons = (reasons ?? new Map<SlaEntry, string>()).set(entry, reason);
  }
  return reasons ?? none;
}

/** Entries are in the order of their starts. */
function lastStarted(entries: readonly SlaEntry[], address: string, index: number): SlaEntry | undefined {
  return entries.findLast(({ clause, startIndex }) => clause.address === address && startIndex <= index);
}
