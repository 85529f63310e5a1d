import type { RatePeriod } from '../../src/change/rate-period.ts';
import { drawBeta, drawHits, seededRandom } from './random.ts';

/** A rate of a simulated company. */
export interface WatchedRate {
  readonly rate: number;
  /** Mean trials a week; each week has 70 to 130 % of them. */
  readonly volume: number;
  readonly weeks: number;
  /** What happens to it; `from` is an index from 0. */
  readonly change?: { readonly from: number; readonly times: number };
  /** How many times as much as binomial the weeks scatter; 1 unless told. */
  readonly overdispersion?: number;
  /** By how much the rate grows each week, as a factor; 1 unless told. */
  readonly growth?: number;
}

/** The weeks of one company. */
export function simulatedWeeks(seed: number, watched: WatchedRate): readonly RatePeriod[] {
  const { volume, weeks, change, overdispersion = 1, growth = 1 } = watched;
  const random = seededRandom(seed);
  return Array.from({ length: weeks }, (_, week) => {
    const trials = Math.max(1, Math.round(volume * (0.7 + 0.6 * random())));
    const rate = watched.rate * growth ** week * (change !== undefined && week >= change.from ? change.times : 1);
    if (overdispersion === 1) return { hits: drawHits(trials, rate, random), trials };
    // A beta-binomial count has the variance of a binomial one times 1 + (trials - 1) / (size + 1).
    const size = Math.max(0.01, (trials - 1) / (overdispersion - 1) - 1);
    return { hits: drawHits(trials, drawBeta(rate * size, (1 - rate) * size, random), random), trials };
  });
}
