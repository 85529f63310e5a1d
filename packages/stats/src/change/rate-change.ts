import { StatsError } from '../stats-error.ts';
import { changeEvidence } from './change-evidence.ts';
import { type FoundChange, foundChange } from './found-change.ts';
import { type RatePeriod, runningCounts } from './rate-period.ts';

/** How a rate is watched. Choose before looking, and keep to it. */
export interface RateChangeOptions {
  /** Chance of ever raising a false alarm, between 0 and 1; 0.05 unless told. */
  readonly alpha?: number;
  /**
   * How many times as much as binomial counts the periods scatter, from 1; 1 unless told. Of older periods
   * `overdispersion` estimates it.
   */
  readonly overdispersion?: number;
  /** Periods at the beginning that teach what the rate is about and are no evidence themselves, from 1; 3 unless told. */
  readonly learning?: number;
}

/** Whether a rate has changed, and how sure that is. Periods are indices from 0. */
export interface RateChange {
  /** The period whose look raised the alarm; `null` for none. Later periods never take it back. */
  readonly alarmedAt: number | null;
  /** The e-value after the last period: about 1 or below without a change, large with one; at most 1e300. */
  readonly evidence: number;
  /** The highest e-value of all looks, which the alarm goes by; at least 1. */
  readonly highestEvidence: number;
  /** The alarm is raised when the evidence reaches this: 1 / alpha. */
  readonly limit: number;
  /** The always-valid p-value, in (0, 1]: the chance that evidence ever gets as high without a change is no larger. */
  readonly pValue: number;
  /** What changed, as of the look with the highest evidence; `null` without an alarm. */
  readonly change: FoundChange | null;
}

/**
 * Whether a rate has really changed, for those who look at it after every period and would be fooled by a test at each
 * look. The rate before is not known but learned from the same periods. Without a change the chance that an alarm is ever
 * raised, however often one looks, is at most `alpha` when the counts are binomial with one rate. A drift and two changes
 * are found too; `change` then describes the one step that fits best. After an alarm begin anew at `change.since.period`.
 *
 * Figures by simulation, for looks every week, are in docs/decisions/0022-change-of-a-rate.md.
 * Source: universal inference, Wasserman, Ramdas and Balakrishnan 2020, with a mixture over the period of the change as in
 * the e-detectors of Shin, Ramdas and Rinaldo 2023. O(periods²).
 * @param periods in order, none left out
 * @returns no alarm and evidence of 1 when there are no more than the learning periods
 * @throws StatsError `not-a-count`, `more-hits-than-trials`, `not-a-probability` for alpha, `not-a-spread`,
 * `not-above-zero` for learning
 * @example
 * const weeks = Array.from({ length: 30 }, (_, week) => ({ hits: week < 20 ? 60 : 90, trials: 200 }));
 * const { alarmedAt, change } = rateChange(weeks);
 * alarmedAt // 21
 * change?.since.period // 20
 * change?.ratio.value // 1.5
 */
export function rateChange(periods: readonly RatePeriod[], options: RateChangeOptions = {}): RateChange {
  const { alpha = 0.05, overdispersion = 1, learning = 3 } = options;
  checkOptions({ alpha, overdispersion, learning });
  const counts = runningCounts(periods, overdispersion);
  const evidence = changeEvidence(counts, learning);
  const limit = -Math.log(alpha);
  const alarm = evidence.findIndex((value) => value >= limit);
  const highest = evidence.reduce((most, value) => Math.max(most, value), 0);
  return {
    alarmedAt: alarm === -1 ? null : alarm,
    evidence: capped(evidence.at(-1) ?? 0),
    highestEvidence: capped(highest),
    limit: 1 / alpha,
    pValue: 1 / capped(highest),
    change:
      alarm === -1
        ? null
        : foundChange(counts, {
            learning,
            look: evidence.indexOf(highest) + 1,
            surplus: highest - limit,
            overdispersion,
          }),
  };
}

function checkOptions({ alpha, overdispersion, learning }: Required<RateChangeOptions>): void {
  if (!(alpha > 0 && alpha < 1)) throw new StatsError('not-a-probability', { name: 'alpha', value: alpha });
  if (!(overdispersion >= 1 && overdispersion < Number.POSITIVE_INFINITY)) {
    throw new StatsError('not-a-spread', { value: overdispersion });
  }
  if (!(Number.isSafeInteger(learning) && learning > 0)) {
    throw new StatsError('not-above-zero', { name: 'learning', value: learning });
  }
}

function capped(logEvidence: number): number {
  return Math.min(Math.exp(logEvidence), 1e300);
}
