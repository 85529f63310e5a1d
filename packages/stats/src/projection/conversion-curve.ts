import { checkCount } from '../checks.ts';

/** How many of a cohort have converted after so many days, or have been waiting for so many. */
export interface WaitingCount {
  /** Whether they have converted. Who was lost or disqualified has not, and is watched on until as-of. */
  readonly converted: boolean;
  /** Days of 24 hours until the conversion, a started one counted whole; full days until as-of for the others. */
  readonly days: number;
  readonly rows: number;
}

/** For each day of waiting, how many were watched through it and how many converted on it. */
export interface ConversionCurve {
  /** At index d, those who converted on day d, or waited for at least d full days. */
  readonly atRisk: Float64Array;
  /** At index d, those who converted on day d. */
  readonly converted: Float64Array;
}

/**
 * What leads have shown of when they convert, day by day: what young cohorts are projected by. All who have not converted
 * are censored at as-of, lost ones too, so that competing ends are part of the curve.
 * Source: administrative censoring as in Fine and Gray 1999, section 2. O(rows + days).
 * @param reference leads of one kind, young ones and those of the cohort itself included
 * @returns both arrays are empty when nobody was watched
 * @throws StatsError `not-a-count`
 * @example
 * const curve = conversionCurve([{ converted: true, days: 2, rows: 3 }, { converted: false, days: 4, rows: 7 }]);
 * Array.from(curve.atRisk) // [10, 10, 10, 7, 7]
 * Array.from(curve.converted) // [0, 0, 3, 0, 0]
 */
export function conversionCurve(reference: readonly WaitingCount[]): ConversionCurve {
  checkWaiting(reference);
  const days = reference.reduce((most, row) => Math.max(most, row.days), -1) + 1;
  const atRisk = new Float64Array(days);
  const converted = new Float64Array(days);
  for (const row of reference) {
    atRisk[row.days] = (atRisk[row.days] ?? 0) + row.rows;
    if (row.converted) converted[row.days] = (converted[row.days] ?? 0) + row.rows;
  }
  for (let day = days - 2; day >= 0; day--) atRisk[day] = (atRisk[day] ?? 0) + (atRisk[day + 1] ?? 0);
  return { atRisk, converted };
}

/** @throws StatsError `not-a-count` */
export function checkWaiting(rows: readonly WaitingCount[]): void {
  for (const row of rows) {
    checkCount('days', row.days);
    checkCount('rows', row.rows);
  }
}
