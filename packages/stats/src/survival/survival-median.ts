import type { SurvivalPoint } from './kaplan-meier.ts';

/**
 * The time by which half has ended. Where the curve lies exactly at one half for a while, the middle of that while.
 * Source: Brookmeyer and Crowley 1982; as R's `quantile.survfit`. O(steps).
 * @param curve steps of `kaplanMeier`
 * @returns `null` when the curve does not come down to one half
 * @example survivalMedian(kaplanMeier({ time: [1, 2, 4], events: [1, 1, 1], censored: [0, 0, 0] })) // 2
 */
export function survivalMedian(curve: readonly SurvivalPoint[]): number | null {
  // A curve that is 0.5 on paper is off by some rounding errors of its factors; R allows for them too.
  const tolerance = 1e-12;
  for (const [index, point] of curve.entries()) {
    if (point.survival > 0.5 + tolerance) continue;
    if (point.survival < 0.5 - tolerance) return point.time;
    const next = curve.slice(index + 1).find(({ survival }) => survival < 0.5 - tolerance);
    return next === undefined ? point.time : (point.time + next.time) / 2;
  }
  return null;
}
