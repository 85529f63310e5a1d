import { continuedFraction } from './continued-fraction.ts';
import { poissonMass } from './probability-mass.ts';

/** Both sides of a distribution; each keeps its digits where it is small. */
export interface Tails {
  /** Probability of at most the value. */
  readonly lower: number;
  /** Probability of more than the value. */
  readonly upper: number;
}

/**
 * The regularised incomplete gamma functions: both tails of the gamma distribution with scale 1.
 * Source: the series and the continued fraction of Abramowitz and Stegun 6.5.29 and 6.5.31, with the factor in front by
 * Loader 2000. Relative error about 1e-13. O(√shape) for values near the shape.
 * @param shape above 0
 * @param value from 0
 */
export function gammaTails(shape: number, value: number): Tails {
  if (value === 0) return { lower: 0, upper: 1 };
  if (value === Number.POSITIVE_INFINITY) return { lower: 1, upper: 0 };
  const front = poissonMass(shape, value);
  if (value < shape + 1) {
    const lower = Math.min(1, front * risingSeries(shape, value));
    return { lower, upper: 1 - lower };
  }
  const fraction = continuedFraction(value + 1 - shape, {
    numerator: (index) => -index * (index - shape),
    denominator: (index) => value + 2 * index + 1 - shape,
  });
  const upper = Math.min(1, (front * shape) / fraction);
  return { lower: 1 - upper, upper };
}

/** 1 + x / (a + 1) + x² / ((a + 1)(a + 2)) + … */
function risingSeries(shape: number, value: number): number {
  let term = 1;
  let sum = 1;
  for (let index = 1; term > sum * 2 ** -54; index++) {
    term *= value / (shape + index);
    sum += term;
  }
  return sum;
}
