import type { SlaEntry } from '../rules/sla-entries.ts';
import type { StoryEvent } from '../story/story.ts';
import type { LeadCycle } from './lead-cycles.ts';
import { ranks } from './ranks.ts';

const none: ReadonlyMap<SlaEntry, string> = new Map();

/**
 * The reasons that were given for missed entries. An explanation belongs to the last entry of its clause that had started
 * by then: of the cycle that it names, else of the one that was running, else of the lead as a whole. The last explanation
 * of an entry holds. O(events + entries), nothing but a look at each event where nobody explained.
 * @param ofLead entries about the lead as a whole
 */
export function explanations(
  events: readonly StoryEvent[],
  cycles: readonly LeadCycle[],
  ofLead: readonly SlaEntry[],
): ReadonlyMap<SlaEntry, string> {
  let reasons: Map<SlaEntry, string> | null = null;
  let entries: EntriesByClause = new Map();
  let running = 0;
  for (let index = 0; index < events.length; index++) {
    if (cycles[running]?.from === index) running++;
    const event = events[index] as StoryEvent;
    if (event.rank !== ranks.explained) continue;
    const { clause, cycle, reason } = event.payload;
    if (typeof clause !== 'string' || typeof reason !== 'string') continue;
    if (reasons === null) {
      reasons = new Map();
      entries = entriesByClause(cycles, ofLead);
    }
    const address = clause.startsWith('sla.') ? clause : `sla.${clause}`;
    const number = typeof cycle === 'number' ? cycle : running;
    const entry = lastStarted(entries, `${number} ${address}`, index) ?? lastStarted(entries, `0 ${address}`, index);
    if (entry !== undefined) reasons.set(entry, reason);
  }
  return reasons ?? none;
}

/** By number of the cycle, 0 for the lead as a whole, and address of the clause; in the order of their starts. */
type EntriesByClause = Map<string, SlaEntry[]>;

function entriesByClause(cycles: readonly LeadCycle[], ofLead: readonly SlaEntry[]): EntriesByClause {
  const found: EntriesByClause = new Map();
  const add = (number: number, entry: SlaEntry) => {
    const key = `${number} ${entry.clause.address}`;
    const known = found.get(key);
    if (known === undefined) found.set(key, [entry]);
    else known.push(entry);
  };
  for (const entry of ofLead) add(0, entry);
  for (const { number, entries } of cycles) for (const entry of entries) add(number, entry);
  return found;
}

function lastStarted(entries: EntriesByClause, key: string, index: number): SlaEntry | undefined {
  const started = entries.get(key) ?? [];
  let low = 0;
  let high = started.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((started[middle] as SlaEntry).startIndex <= index) low = middle + 1;
    else high = middle;
  }
  return started[low - 1];
}
