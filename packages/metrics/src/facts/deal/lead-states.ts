import { type StageId, stages } from '@sameteam/model';
import type { StateValues } from '../lead/state-values.ts';
import { type StateName, stateNames } from '../schema/source-columns.ts';
import type { FoldedLead } from '../story/story.ts';
import { makeStates, noStates } from './row-parts.ts';

type LeadRow = FoldedLead['lead'];

const stageTimes = stages.map((stage) => [stage, `at_${stage}`] as const) as readonly (readonly [
  StageId,
  `at_${StageId}`,
])[];

type StateColumns = { readonly [S in StateName]: `${S}_at_${StageId | 'now'}` };

/** Columns of the states by stage: names that are put together for each row take longer than to read what they hold. */
const stateColumns = new Map(
  ([...stages, 'now'] as const).map((at) => {
    const columns = stateNames.map((state) => [state, `${state}_at_${at}`]);
    return [at, Object.fromEntries(columns) as StateColumns] as const;
  }),
);

/** What is known of a lead at one of its stages, or at as-of. */
export function statesAt(lead: LeadRow, at: StageId | 'now'): StateValues {
  const columns = stateColumns.get(at) as StateColumns;
  return makeStates((state) => lead[columns[state]]);
}

/**
 * What was known of a lead by an instant: what its rows say of the latest of its stages, hand-offs and touches at or before
 * it, and nothing where there is none. So it never knows what came later; of what was said between two of them, it knows only
 * after the second. O(log of hand-offs and touches).
 * @param stage the stage that is attained at the instant: it is read where it has the time of it
 */
export function statesBy(folded: FoldedLead, atMs: number, stage: StageId | null = null): StateValues {
  const { lead } = folded;
  if (stage !== null && lead[`at_${stage}`] === atMs) return statesAt(lead, stage);
  let latestMs = Number.NEGATIVE_INFINITY;
  let latest: StateValues | StageId | null = null;
  const touch = lastBy(folded.touches, 'at_touched', atMs);
  if (touch !== null) [latest, latestMs] = [touch, touch.at_touched as number];
  const cycle = lastBy(folded.cycles, 'at_handed_off', atMs);
  if (cycle !== null && (cycle.at_handed_off as number) >= latestMs) {
    [latest, latestMs] = [cycle, cycle.at_handed_off as number];
  }
  for (const [name, column] of stageTimes) {
    const at = lead[column];
    if (at !== null && at <= atMs && at >= latestMs) [latest, latestMs] = [name, at];
  }
  if (latest === null) return noStates;
  if (typeof latest === 'string') return statesAt(lead, latest);
  const row = latest;
  return makeStates((state) => row[state]);
}

/** Last row at or before an instant, of rows in the order of a time. */
function lastBy<K extends string, R extends { readonly [P in K]: number | null }>(
  rows: readonly R[],
  time: K,
  atMs: number,
): R | null {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const at = rows[middle]?.[time];
    if (at != null && at <= atMs) low = middle + 1;
    else high = middle;
  }
  return rows[low - 1] ?? null;
}
