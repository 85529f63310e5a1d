import type { CurveReport } from './run-curve.ts';

/** How far a cohort has come after some days. */
export interface CohortCell {
  readonly day: number;
  /** Share that has arrived by then, in [0, 1]; `null` where nobody has been watched for so long. */
  readonly share: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** How many had not arrived before that day and were watched up to it. */
  readonly atRisk: number;
}

/** One line of a cohort table. */
export interface CohortLine {
  readonly dimensions: Readonly<Record<string, string | null>>;
  readonly started: number;
  readonly arrived: number;
  readonly cells: readonly CohortCell[];
}

/** Days of a cohort table, as far as its curves go. */
const usualDays = [7, 14, 30, 60, 90, 180, 365, 730];

/**
 * A cohort table: how far each cohort of a curve had come after some days. A young cohort has nothing where nobody of it has
 * been watched for so long, which is not zero.
 * @param days in order; those of 7, 14, 30, 60, 90, 180, 365 and 730 that the curves reach, and their last day, unless told
 * @example
 * const curves = await runCurve(engine, { metric: 'lead_to_win_rate', grain: 'month', days: 90 }, { nowMs });
 * cohortTable(curves)[0]?.cells.map(({ day }) => day) // [7, 14, 30, 60, 90]
 */
export function cohortTable(
  { cohorts, days: last }: CurveReport,
  days: readonly number[] = [...new Set([...usualDays.filter((day) => day < last), last])],
): readonly CohortLine[] {
  return cohorts.map(({ dimensions, started, arrived, points, watchedDays, beyond }) => ({
    dimensions,
    started,
    arrived,
    cells: days.map((day) => {
      const atRisk = points.find((point) => point.day >= day)?.atRisk ?? beyond;
      if (started === 0 || (watchedDays < day && arrived < started)) {
        return { day, share: null, low: null, high: null, atRisk: 0 };
      }
      const point = points.findLast((one) => one.day <= day);
      return { day, share: point?.share ?? 0, low: point?.low ?? null, high: point?.high ?? null, atRisk };
    }),
  }));
}
