import { kaplanMeier } from '@sameteam/stats';
import type { WaitingRow } from './query.ts';

/**
 * Chance of not having converted by the start of each day, product-limit estimate.
 *
 * Every row that has not converted is censored at as-of, also the ones that were lost or disqualified: how long each
 * has been watched is known for all of them, so that the estimate is one of the share that converts, competing ends
 * included, and not of what would happen if they were taken away.
 * Source: Kaplan and Meier 1958; administrative censoring as in Fine and Gray 1999, section 2.
 * @param rows whole days until conversion or until as-of
 * @returns `survival[d]` for d from 0 to the longest watched day; beyond it nothing is known
 */
export function waitingCurve(rows: readonly WaitingRow[]): Float64Array {
  const longest = rows.reduce((most, row) => Math.max(most, row.days), -1);
  const converted = new Array<number>(longest + 1).fill(0);
  const open = new Array<number>(longest + 1).fill(0);
  for (const row of rows) {
    const column = row.converted ? converted : open;
    column[row.days] = (column[row.days] as number) + row.rows;
  }
  const points = kaplanMeier({ time: converted.map((_, day) => day), events: converted, censored: open });
  return Float64Array.of(1, ...points.map(({ survival }) => survival));
}

/**
 * The rate that a young cohort is expected to have once each of its leads has had the whole window: those that have
 * converted, and for each open one its chance to do so in the days that it has left.
 * @param cohort the rows of the cohort
 * @param curve as made by `waitingCurve` from older leads of the same kind
 * @param windowDays the conversion window
 * @returns in [0, 1]; `null` for an empty cohort, or when nobody has been watched for the whole window yet
 */
export function projectedRate(
  cohort: readonly WaitingRow[],
  { curve, windowDays }: { readonly curve: Float64Array; readonly windowDays: number },
): number | null {
  const end = curve[windowDays];
  if (end === undefined) return null;
  let rows = 0;
  let expected = 0;
  for (const row of cohort) {
    rows += row.rows;
    if (row.converted) expected += row.rows;
    else if (row.days < windowDays) {
      const now = curve[row.days] as number;
      expected += now === 0 ? 0 : row.rows * (1 - end / now);
    }
  }
  return rows === 0 ? null : expected / rows;
}
