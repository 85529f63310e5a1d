import { eventRank } from '@sameteam/model';
import type { FactRowOf } from '../schema/fact-schema.ts';
import type { StoryEvent } from '../story/story.ts';

type EntryRow = FactRowOf<'entries'>;

const slaExplained = eventRank('sla.explained');

/**
 * Gives entries the reasons of `sla.explained`: of the last entry of the clause that had started by then; of two reasons for
 * one entry, the one said last. O(entries + events).
 * @param rows those of one clause in the order of their starts
 * @param events in the total order of events
 */
export function withExplanations(rows: readonly EntryRow[], events: readonly StoryEvent[]): readonly EntryRow[] {
  const explanations = events.filter(({ rank }) => rank === slaExplained);
  if (explanations.length === 0) return rows;
  const byClause = new Map<unknown, { readonly rows: EntryRow[]; started: number }>();
  for (const row of rows) {
    const of = byClause.get(row.clause) ?? { rows: [], started: 0 };
    byClause.set(row.clause, of);
    of.rows.push(row);
  }
  const reasons = new Map<EntryRow, string>();
  for (const { timeMs, payload } of explanations) {
    const of = byClause.get(payload.clause);
    if (of === undefined || typeof payload.reason !== 'string') continue;
    while (of.started < of.rows.length && startOf(of.rows[of.started]) <= timeMs) of.started++;
    const row = of.rows[of.started - 1];
    if (row !== undefined) reasons.set(row, payload.reason);
  }
  return rows.map((row) => ({ ...row, explained: reasons.get(row) ?? null }));
}

function startOf(row: EntryRow | undefined): number {
  return row?.at_started ?? Number.POSITIVE_INFINITY;
}
