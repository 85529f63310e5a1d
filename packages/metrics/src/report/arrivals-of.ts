import type { WaitingGroup } from '../plan/reduction.ts';

/** Rows of one group as a histogram: who has arrived after how many days, and who is still waiting after how many. */
export interface DayHistogram {
  readonly time: readonly number[];
  readonly events: readonly number[];
  readonly censored: readonly number[];
}

/** Makes the histogram of a group. Rows that were lost are still waiting: they stay at risk, see decision 7. */
export function arrivalsOf(rows: readonly WaitingGroup[]): DayHistogram {
  const time = [...new Set(rows.map(({ days }) => days))].sort((a, b) => a - b);
  const countOf = (isEnded: boolean) => {
    const counts = new Map<number, number>();
    for (const { ended, days, rows: count } of rows) {
      if (ended === isEnded) counts.set(days, (counts.get(days) ?? 0) + count);
    }
    return time.map((day) => counts.get(day) ?? 0);
  };
  return { time, events: countOf(true), censored: countOf(false) };
}
