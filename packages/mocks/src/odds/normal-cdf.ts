/**
 * Distribution function of the standard normal distribution.
 * Source: the erfc of Press et al., Numerical Recipes in C, 2nd edition, section 6.2: relative error below 1.2e-7.
 * @returns in [0, 1]
 * @example normalCdf(1.96) // 0.9750021…
 */
export function normalCdf(z: number): number {
  const x = Math.abs(z) / Math.SQRT2;
  const t = 1 / (1 + x / 2);
  const polynomial = coefficients.reduceRight((sum, coefficient) => sum * t + coefficient, 0);
  const upper = (t * Math.exp(-x * x + polynomial)) / 2;
  return z > 0 ? 1 - upper : upper;
}

const coefficients = [
  -1.26551223, 1.00002368, 0.37409196, 0.09678418, -0.18628806, 0.27886807, -1.13520398, 1.48851587, -0.82215223,
  0.17087277,
];
