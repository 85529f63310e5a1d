import { expect, it } from 'vitest';
import { normalCdf } from './normal-cdf.ts';

it('agrees with a published table', () => {
  // Abramowitz and Stegun 1964, table 26.1.
  expect(normalCdf(0)).toBeCloseTo(0.5, 6);
  expect(normalCdf(1)).toBeCloseTo(0.841344746, 6);
  expect(normalCdf(-1)).toBeCloseTo(0.158655254, 6);
  expect(normalCdf(1.96)).toBeCloseTo(0.975002105, 6);
  expect(normalCdf(3)).toBeCloseTo(0.998650102, 6);
  expect(normalCdf(-40)).toBeGreaterThanOrEqual(0);
});
