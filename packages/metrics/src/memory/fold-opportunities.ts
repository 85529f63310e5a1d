import { keyScale } from '../facts/lead-fold.ts';
import { foldRanks } from '../facts/promoted.ts';
import type { VisibleLog } from './visible-log.ts';

/** When the opportunities of a visible log were opened and won. */
export interface OpportunityTimes {
  /** Place of an opportunity by its subject, also of a record that is counted as another one; -1 for one with neither. */
  readonly place: Int32Array;
  /** First opening, UTC milliseconds; NaN where there is none. */
  readonly opened: Float64Array;
  /** First win that no later reopening takes back, UTC milliseconds; NaN where there is none. */
  readonly won: Float64Array;
}

/** Folds the opportunities of a visible log. O(subjects + their openings, reopenings and wins). */
export function foldOpportunities({ log, mask, roots }: VisibleLog): OpportunityTimes {
  const time = log.timeMs.view();
  const subject = log.subject.view();
  const openings = log.read.of(foldRanks.opened);
  const wins = log.read.of(foldRanks.won);
  const place = new Int32Array(log.subjects.size).fill(-1);
  const opened = new Float64Array(openings.length + wins.length).fill(Number.NaN);
  const won = opened.slice();
  let count = 0;
  const rootOf = (event: number): number => {
    const own = subject[event] as number;
    return roots.size === 0 ? own : (roots.get(own) ?? own);
  };
  const keepFirst = (times: Float64Array, opportunity: number, at: number): void => {
    if (place[opportunity] === -1) place[opportunity] = count++;
    const of = place[opportunity] as number;
    if (!((times[of] as number) <= at)) times[of] = at;
  };
  /** Order key of the last reopening, by opportunity. */
  const reopened = new Map<number, number>();
  for (const event of log.read.of(foldRanks.reopened)) {
    if (mask !== null && mask[event] === 0) continue;
    const key = (time[event] as number) * keyScale + foldRanks.reopened;
    reopened.set(rootOf(event), Math.max(key, reopened.get(rootOf(event)) ?? key));
  }
  for (const event of openings)
    if (mask === null || mask[event] === 1) keepFirst(opened, rootOf(event), time[event] as number);
  for (const event of wins) {
    if (mask !== null && mask[event] === 0) continue;
    const opportunity = rootOf(event);
    const at = time[event] as number;
    const takenBack = reopened.size === 0 ? undefined : reopened.get(opportunity);
    if (takenBack === undefined || at * keyScale + foldRanks.won > takenBack) keepFirst(won, opportunity, at);
  }
  for (const [record, root] of roots) place[record] = place[root] as number;
  return { place, opened, won };
}
