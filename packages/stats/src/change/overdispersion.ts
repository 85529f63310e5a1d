import { type RatePeriod, runningCounts } from './rate-period.ts';

/**
 * How many times as much as binomial counts the hits of periods scatter from one period to the next: 1 when only chance
 * is at work. It compares neighbours, so that a rate that moves slowly, or steps once, hardly raises it.
 * Source: Pearson's statistic over its degrees of freedom, McCullagh and Nelder 1989, section 4.5, with the squared
 * differences of neighbours of von Neumann 1941. O(periods).
 * @param periods in order; those without trials are left out
 * @returns from 0, about 1 ± 1.7 / √periods without overdispersion; `null` for fewer than two periods with trials, or
 * when all or none of the trials hit
 * @throws StatsError `not-a-count`, `more-hits-than-trials`
 * @example
 * overdispersion([{ hits: 24, trials: 100 }, { hits: 36, trials: 100 }, { hits: 30, trials: 100 }]) // 2.142…
 */
export function overdispersion(periods: readonly RatePeriod[]): number | null {
  const counts = runningCounts(periods, 1);
  const rate = (counts.hits.at(-1) ?? 0) / (counts.trials.at(-1) ?? 0);
  const seen = periods.filter(({ trials }) => trials > 0);
  if (seen.length < 2 || rate === 0 || rate === 1) return null;
  let sum = 0;
  for (let index = 1; index < seen.length; index++) {
    const [here, before] = [seen[index] as RatePeriod, seen[index - 1] as RatePeriod];
    const difference = here.hits / here.trials - before.hits / before.trials;
    sum += difference ** 2 / (rate * (1 - rate) * (1 / here.trials + 1 / before.trials));
  }
  return sum / (seen.length - 1);
}
