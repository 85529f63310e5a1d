import { missing } from '../facts/columns/dictionary.ts';
import type { LeadRows } from './lead-rows.ts';
import { unsaid } from './read-events.ts';
import { attainingRank, type StageTimes } from './stage-times.ts';
import type { VisibleLog } from './visible-log.ts';

/**
 * The value that the last event of a type sets, by its code: up to and including the event that attained a stage, or at
 * as-of. O(events of the type)
 * @param rank that of the type
 * @param at the stage; `null` for as-of
 */
export function lastValues(
  { log, mask, compare }: VisibleLog,
  { count, position }: LeadRows,
  { rank, at }: { readonly rank: number; readonly at: { readonly stage: number; readonly stages: StageTimes } | null },
): Int32Array {
  const time = log.timeMs.view();
  const subject = log.subject.view();
  const events = log.read.of(rank);
  const codes = log.read.codes(rank, 0);
  const values = new Int32Array(count).fill(missing);
  const latest = new Int32Array(count).fill(-1);
  const attained = at?.stages.times[at.stage] ?? null;
  for (let place = 0; place < events.length; place++) {
    const event = events[place] as number;
    const code = codes[place] as number;
    if (code === unsaid || (mask !== null && mask[event] === 0)) continue;
    const row = position[subject[event] as number] as number;
    if (attained !== null) {
      const attainedMs = attained[row] as number;
      const setMs = time[event] as number;
      if (!(setMs <= attainedMs)) continue;
      if (setMs === attainedMs && at !== null && rank > attainingRank(at.stages.implied, row, at.stage)) continue;
    }
    const known = latest[row] as number;
    if (known !== -1 && compare(event, known) < 0) continue;
    latest[row] = event;
    values[row] = code;
  }
  return values;
}
