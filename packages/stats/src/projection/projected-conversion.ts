import { checkConfidence } from '../checks.ts';
import { StatsError } from '../stats-error.ts';
import { type ConversionCurve, checkWaiting, type WaitingCount } from './conversion-curve.ts';
import { countInterval } from './count-interval.ts';
import { stillWaiting } from './still-waiting.ts';

/** What a cohort is projected by. */
export interface ProjectionOptions {
  /** As made by `conversionCurve` from all leads of the same kind, those of the cohort included. */
  readonly curve: ConversionCurve;
  /** The conversion window, above 0; a fraction counts as a whole day. */
  readonly windowDays: number;
  /** Whether a conversion after the window counts, as it does in a rate without a limit; false unless told. */
  readonly countsLater?: boolean;
  /**
   * Part of the day after its full days that a lead which waits has behind it on average, in [0, 1]: 0 unless told, which
   * is exact where times are whole days. With times of the day it is about 0.5, and leaving it at 0 projects the
   * youngest leads too high by about half of what converts in a day.
   */
  readonly dayElapsed?: number;
  /** Share of such intervals that hold the rate which comes to pass, between 0 and 1; 0.95 unless told. */
  readonly confidence?: number;
}

/** The rate that a cohort will have when each of its leads has had the whole window. */
export interface ProjectedConversion {
  /** The expected rate, in [0, 1]: product-limit estimate for those who still wait. */
  readonly value: number;
  /** Prediction interval of the rate that really comes to pass, in [0, 1]; it holds `value`. */
  readonly low: number;
  readonly high: number;
  /** Leads of the cohort. */
  readonly leads: number;
  /** Those of them that count as converted already. */
  readonly converted: number;
  /** Those that wait and have days of their window left; without any, the three rates are the same. */
  readonly waiting: number;
}

/**
 * The conversion that a young cohort will have realised once each of its leads has had the whole window, with an interval
 * for what will really be counted then, and not only for its mean: the leads that wait convert by chance, and the curve by
 * which they do is known from a limited number of others. It holds as often as it says while leads convert as those before
 * them did; a drift within the window is not part of it.
 * Source: predictive distribution under a beta process, see `stillWaiting`; mid-P interval of Lancaster 1961. Figures by
 * simulation: `npm run test:statistics`. O(rows + days).
 * @param cohort rows of the cohort, in days of the same convention as the curve
 * @returns `null` for an empty cohort, or when nobody has been watched for the whole window yet
 * @throws StatsError `not-a-count`, `not-above-zero` for the window, `not-a-probability` for the confidence and
 * the part of a day
 * @example
 * const old = [{ converted: true, days: 3, rows: 60 }, { converted: false, days: 90, rows: 140 }];
 * const young = [{ converted: true, days: 2, rows: 1 }, { converted: false, days: 2, rows: 19 }];
 * const projected = projectedConversion(young, { curve: conversionCurve([...old, ...young]), windowDays: 30 });
 * projected?.value // 0.335…
 * projected?.low // 0.15
 * projected?.high // 0.5
 */
export function projectedConversion(
  cohort: readonly WaitingCount[],
  options: ProjectionOptions,
): ProjectedConversion | null {
  const { curve, windowDays, countsLater = false, dayElapsed = 0, confidence = 0.95 } = options;
  checkWaiting(cohort);
  checkOptions({ windowDays, dayElapsed, confidence });
  const lastDay = Math.ceil(windowDays);
  if (lastDay >= curve.atRisk.length) return null;
  const open = new Float64Array(lastDay);
  let leads = 0;
  let converted = 0;
  let waiting = 0;
  for (const { converted: isConverted, days, rows } of cohort) {
    leads += rows;
    if (isConverted) converted += countsLater || days <= lastDay ? rows : 0;
    else if (days < lastDay) {
      open[days] = (open[days] ?? 0) + rows;
      waiting += rows;
    }
  }
  if (leads === 0) return null;
  const left = stillWaiting({ open, lastDay, dayElapsed }, curve);
  const toCome = countInterval({ most: waiting, mean: waiting - left.mean, variance: left.variance }, confidence);
  const value = (converted + waiting - left.value) / leads;
  return {
    value,
    low: Math.min(value, (converted + toCome.low) / leads),
    high: Math.max(value, (converted + toCome.high) / leads),
    leads,
    converted,
    waiting,
  };
}

function checkOptions(options: Required<Pick<ProjectionOptions, 'windowDays' | 'dayElapsed' | 'confidence'>>): void {
  const { windowDays, dayElapsed, confidence } = options;
  checkConfidence(confidence);
  if (!(windowDays > 0 && windowDays < Number.POSITIVE_INFINITY)) {
    throw new StatsError('not-above-zero', { name: 'windowDays', value: windowDays });
  }
  if (!(dayElapsed >= 0 && dayElapsed <= 1)) {
    throw new StatsError('not-a-probability', { name: 'dayElapsed', value: dayElapsed });
  }
}
