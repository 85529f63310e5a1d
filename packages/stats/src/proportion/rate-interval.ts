import { checkConfidence, checkCount } from '../checks.ts';
import type { ConfidenceOption } from '../confidence.ts';
import { gammaQuantile } from '../distribution/gamma-quantile.ts';
import type { Interval } from '../interval.ts';
import { StatsError } from '../stats-error.ts';

/** Things that were counted while they could happen, such as leads in four weeks. */
export interface CountOverExposure {
  /** An integer from 0. */
  readonly count: number;
  /** How long, or how much, was watched, above 0; 1 unless told. The interval is per one of it. */
  readonly exposure?: number;
}

/**
 * Exact interval of a rate per unit of exposure, for events that happen independently of each other (Poisson). Leads
 * that come in bursts vary more than that: the interval is then too short.
 * Source: Garwood 1936; as R's `poisson.test`. Never covers less than it says. O(√count).
 * @returns bounds from 0 that hold count / exposure
 * @throws StatsError `not-a-count`, `not-a-number` for an exposure that is not above 0, `not-a-probability`
 * @example rateInterval({ count: 12, exposure: 4 }) // { low: 1.5501…, high: 5.2403… }
 */
export function rateInterval({
  count,
  exposure = 1,
  confidence = 0.95,
}: CountOverExposure & ConfidenceOption): Interval {
  checkCount('count', count);
  checkConfidence(confidence);
  if (!(exposure > 0 && exposure < Number.POSITIVE_INFINITY)) {
    throw new StatsError('not-a-number', { name: 'exposure', value: exposure });
  }
  const beyond = (1 - confidence) / 2;
  return {
    low: count === 0 ? 0 : gammaQuantile(count, beyond) / exposure,
    high: gammaQuantile(count + 1, 1 - beyond) / exposure,
  };
}
