import { normalQuantile } from '../distribution/normal-quantile.ts';
import type { Interval } from '../interval.ts';

/** An estimated probability with its variance. */
export interface EstimatedProbability {
  /** In [0, 1]. */
  readonly value: number;
  /** Variance of the estimate, from 0. */
  readonly variance: number;
  /** Between 0 and 1. */
  readonly confidence: number;
}

/**
 * Interval of a probability of survival on the scale log(-log): stays inside [0, 1] and is skewed as it should be.
 * Source: Kalbfleisch and Prentice 1980; R's `survfit(conf.type = "log-log")`. O(1).
 * @returns `null` at 0 and 1, where the scale and its variance do not exist
 * @example logLogInterval({ value: 0.5, variance: 0.01, confidence: 0.95 }) // { low: 0.2951…, high: 0.6745… }
 */
export function logLogInterval({ value, variance, confidence }: EstimatedProbability): Interval | null {
  if (!(value > 0 && value < 1)) return null;
  const half = (normalQuantile(0.5 + confidence / 2) * Math.sqrt(variance)) / Math.abs(value * Math.log(value));
  return { low: value ** Math.exp(half), high: value ** Math.exp(-half) };
}

/**
 * The same for a probability of having ended: the interval of 1 - value, turned round.
 * Source: R's `etm` with `ci.fun = "cloglog"`. O(1).
 * @returns `null` at 0 and 1
 * @example
 * complementaryLogLogInterval({ value: 0.5, variance: 0.01, confidence: 0.95 }) // { low: 0.3254…, high: 0.7048… }
 */
export function complementaryLogLogInterval(estimate: EstimatedProbability): Interval | null {
  const survival = logLogInterval({ ...estimate, value: 1 - estimate.value });
  return survival === null ? null : { low: 1 - survival.high, high: 1 - survival.low };
}
