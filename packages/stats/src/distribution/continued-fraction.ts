const smallest = 1e-300;

/** The partial numerators and denominators of step 1, 2, … */
export interface FractionSteps {
  readonly numerator: (index: number) => number;
  readonly denominator: (index: number) => number;
}

/**
 * Value of first + n1 / (d1 + n2 / (d2 + …)).
 * Source: Lentz 1976 as changed by Thompson and Barnett 1986. O(steps until it stands still).
 */
export function continuedFraction(first: number, steps: FractionSteps): number {
  let value = first === 0 ? smallest : first;
  let c = value;
  let d = 0;
  for (let index = 1; ; index++) {
    const numerator = steps.numerator(index);
    const denominator = steps.denominator(index);
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
