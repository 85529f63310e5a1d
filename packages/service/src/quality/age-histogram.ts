import type { ArrivalAge } from '@sameteam/api';

/** Each bucket is that much wider than the one before: a value in its middle is off by 1 % at most. */
const growth = 1.02;

/** Counts of ages in buckets that grow with them. */
export interface AgeHistogram {
  /** @param seconds what is below one second counts as none */
  add(seconds: number): void;
  /** @returns `null` while nothing was added */
  report(): ArrivalAge | null;
}

/**
 * Counts ages so that their quantiles can be told within 1 %, in memory that does not grow with their number: 1,300 buckets
 * hold from a second to ten thousand years. A quantile is the smallest age that as many are at or below.
 * Source: Masson, Rim, Lee 2019, DDSketch.
 * @example
 * const ages = createAgeHistogram();
 * for (const seconds of [0, 0, 3600]) ages.add(seconds);
 * ages.report()?.median // 0
 */
export function createAgeHistogram(): AgeHistogram {
  const counts = new Map<number, number>();
  let total = 0;
  let oldest = 0;

  /** The middle of a bucket; no more than the oldest. */
  const ageIn = (bucket: number) =>
    bucket < 0 ? 0 : Math.min(oldest, Math.round((2 * growth ** (bucket + 1)) / (growth + 1)));

  function quantile(p: number): number {
    let below = 0;
    for (const [bucket, count] of [...counts].sort(([a], [b]) => a - b)) {
      below += count;
      if (below >= p * total) return ageIn(bucket);
    }
    return oldest;
  }

  return {
    add(seconds) {
      const bucket = seconds < 1 ? -1 : Math.floor(Math.log(seconds) / Math.log(growth));
      counts.set(bucket, (counts.get(bucket) ?? 0) + 1);
      total += 1;
      oldest = Math.max(oldest, Math.round(seconds));
    },
    report: () => (total === 0 ? null : { median: quantile(0.5), p90: quantile(0.9), oldest }),
  };
}
