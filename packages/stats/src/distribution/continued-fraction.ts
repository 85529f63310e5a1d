const smallest = 1e-300;

/** The partial numerator and denominator of one step. */
export interface FractionStep {
  readonly numerator: number;
  readonly denominator: number;
}

/**
 * Value of first + n1 / (d1 + n2 / (d2 + …)).
 * Source: Lentz 1976 as changed by Thompson and Barnett 1986. O(steps until it stands still).
 * @param step the parts of step 1, 2, …
 */
export function continuedFraction(first: number, step: (index: number) => FractionStep): number {
  let value = first === 0 ? smallest : first;
  let c = value;
  let d = 0;
  for (let index = 1; ; index++) {
    const { numerator, denominator } = step(index);
    d = denominator + numerator * d;
    c = denominator + numerator / c;
    d = 1 / (d === 0 ? smallest : d);
    if (c === 0) c = smallest;
    const factor = c * d;
    value *= factor;
    // A NaN must end the loop too.
    if (!(Math.abs(factor - 1) > 2 ** -52)) return value;
  }
}
