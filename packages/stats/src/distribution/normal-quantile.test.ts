import { expect, test } from 'vitest';
import { oracle } from './fixtures/oracle.ts';
import { normalProbability } from './normal-probability.ts';
import { normalQuantile } from './normal-quantile.ts';

test('agrees with qnorm to fourteen digits, far into the tails', () => {
  for (const { p, quantile } of oracle.normal) {
    expect(Math.abs(normalQuantile(p) - quantile)).toBeLessThanOrEqual(Math.abs(quantile) * 1e-14);
  }
});

test('is infinite at the ends, and refuses what is no probability', () => {
  expect(normalQuantile(0)).toBe(Number.NEGATIVE_INFINITY);
  expect(normalQuantile(1)).toBe(Number.POSITIVE_INFINITY);
  for (const p of [-0.1, 1.1, Number.NaN]) {
    expect(() => normalQuantile(p)).toThrow(expect.objectContaining({ code: 'not-a-probability' }));
  }
});

test('the probability agrees with pnorm, far into the lower tail', () => {
  for (const { z, probability } of oracle.normalProbability) {
    expect(Math.abs(normalProbability(z) / probability - 1)).toBeLessThan(1e-12);
  }
  expect(normalProbability(Number.NEGATIVE_INFINITY)).toBe(0);
  expect(normalProbability(Number.POSITIVE_INFINITY)).toBe(1);
  expect(normalProbability(Number.NaN)).toBeNaN();
});

test('the probability undoes the quantile', () => {
  for (const { p } of oracle.normal) expect(normalProbability(normalQuantile(p)) / p).toBeCloseTo(1, 11);
});
