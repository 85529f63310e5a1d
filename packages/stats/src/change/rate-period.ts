import { checkCount } from '../checks.ts';
import { StatsError } from '../stats-error.ts';

/** What was counted of a rate in one period, such as a week. */
export interface RatePeriod {
  /** Successes, an integer in [0, trials]. */
  readonly hits: number;
  /** An integer from 0; a period without trials says nothing and does no harm. */
  readonly trials: number;
}

/** Hits and trials of the first k periods at index k, divided by the overdispersion. */
export interface RunningCounts {
  readonly hits: Float64Array;
  readonly trials: Float64Array;
}

/**
 * Sums the periods up, with an overdispersion taken out: a count that scatters φ times as much as a binomial one is
 * worth 1 / φ of its trials (quasi-likelihood, Wedderburn 1974).
 * @throws StatsError `not-a-count`, `more-hits-than-trials`
 */
export function runningCounts(periods: readonly RatePeriod[], overdispersion: number): RunningCounts {
  const hits = new Float64Array(periods.length + 1);
  const trials = new Float64Array(periods.length + 1);
  for (const [index, period] of periods.entries()) {
    checkCount(`periods[${index}].hits`, period.hits);
    checkCount(`periods[${index}].trials`, period.trials);
    if (period.hits > period.trials) throw new StatsError('more-hits-than-trials', { ...period });
    hits[index + 1] = (hits[index] ?? 0) + period.hits / overdispersion;
    trials[index + 1] = (trials[index] ?? 0) + period.trials / overdispersion;
  }
  return { hits, trials };
}

/** Counts of the periods from index `from` up to, and without, index `to`. */
export function countsBetween({ hits, trials }: RunningCounts, from: number, to: number): RatePeriod {
  const total = (trials[to] ?? 0) - (trials[from] ?? 0);
  // A difference of sums that were divided can miss 0 or the trials by a rounding error.
  return { hits: Math.min(total, Math.max(0, (hits[to] ?? 0) - (hits[from] ?? 0))), trials: total };
}

/** Log-likelihood of counts under the rate that fits them best. */
export function bestLogLikelihood({ hits, trials }: RatePeriod): number {
  const misses = trials - hits;
  return (hits > 0 ? hits * Math.log(hits / trials) : 0) + (misses > 0 ? misses * Math.log(misses / trials) : 0);
}
