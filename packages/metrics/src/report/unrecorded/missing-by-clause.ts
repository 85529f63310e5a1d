import type { ClauseRecords } from './clause-records.ts';
import type { RecordKindId } from './record-kinds.ts';
import { onlyMissing, type WholeLog } from './whole-log.ts';

/** What a clause lacks. */
export interface MissingOfClause {
  /** Whether its clock has started: then it is what would keep it that is missing. */
  readonly isStarted: boolean;
  readonly kinds: readonly RecordKindId[];
}

/** Of each clause that never started, what starts it; of each that was never kept, what keeps it, where there is none. */
export async function missingByClause(
  clauses: readonly ClauseRecords[],
  log: WholeLog,
): Promise<ReadonlyMap<string, MissingOfClause>> {
  const entries = await log.entriesByClause();
  const found = new Map<string, MissingOfClause>();
  for (const { clause, starts, keeps } of clauses) {
    const of = entries.get(clause);
    if (of !== undefined && of.satisfied > 0) continue;
    const isStarted = of !== undefined && of.entries > 0;
    const wanted = isStarted ? keeps : starts;
    const missing = await onlyMissing(wanted, log.isRecorded);
    // Any of those that keep it would do.
    if (missing.length > 0 && (!isStarted || missing.length === keeps.length))
      found.set(clause, { isStarted, kinds: missing });
  }
  return found;
}
