import { kaplanMeier } from '@sameteam/stats';
import type { WaitingGroup } from '../plan/reduction.ts';

/**
 * Chance of not having converted by the end of each day, product-limit estimate.
 *
 * Every row that has not converted is censored at as-of, also the ones that were lost or disqualified: how long each
 * has been watched is known for all of them, so that the estimate is one of the share that converts, competing ends
 * included, and not of what would happen if they were taken away.
 * Source: Kaplan and Meier 1958; administrative censoring as in Fine and Gray 1999, section 2.
 * @param rows days until conversion, a started day counted whole; full days until as-of for the others
 * @returns `survival[d]`: not converted within d × 24 h, for d from 0 to the longest watch; beyond it nothing is known
 */
export function waitingCurve(rows: readonly WaitingGroup[]): Float64Array {
  const longest = rows.reduce((most, row) => Math.max(most, row.days), -1);
  const converted = new Array<number>(longest + 1).fill(0);
  const open = new Array<number>(longest + 1).fill(0);
  for (const row of rows) {
    const column = row.ended ? converted : open;
    column[row.days] = (column[row.days] as number) + row.rows;
  }
  const points = kaplanMeier({ time: converted.map((_, day) => day), events: converted, censored: open });
  return Float64Array.from(points, ({ survival }) => survival);
}

/** What a cohort is projected by. */
export interface Projection {
  /** As made by `waitingCurve` from all leads of the same kind. */
  readonly curve: Float64Array;
  /** The conversion window; a fraction counts as a whole day. */
  readonly windowDays: number;
  /** Whether a conversion after the window counts, as it does in a rate without a limit. */
  readonly countsLater: boolean;
}

/**
 * The rate that a young cohort is expected to have once each of its leads has had the whole window: those that have
 * converted, and for each open one its chance to do so in the days that it has left.
 * @param cohort the rows of the cohort
 * @returns in [0, 1]; `null` for an empty cohort, or when nobody has been watched for the whole window yet
 */
export function projectedRate(
  cohort: readonly WaitingGroup[],
  { curve, windowDays, countsLater }: Projection,
): number | null {
  const lastDay = Math.ceil(windowDays);
  const end = curve[lastDay];
  if (end === undefined) return null;
  let rows = 0;
  let expected = 0;
  for (const row of cohort) {
    rows += row.rows;
    if (row.ended) expected += countsLater || row.days <= lastDay ? row.rows : 0;
    else if (row.days < lastDay) {
      const now = curve[row.days] as number;
      expected += now === 0 ? 0 : row.rows * (1 - end / now);
    }
  }
  return rows === 0 ? null : expected / rows;
}
