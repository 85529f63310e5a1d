import { expect, test } from 'vitest';
import { oracle } from '../fixtures/oracle.ts';
import { normalQuantile } from './normal-quantile.ts';

test('agrees with qnorm to fifteen digits, far into the tails', () => {
  for (const [index, p] of oracle.normal.p.entries()) {
    const expected = oracle.normal.quantile[index] ?? Number.NaN;
    expect(Math.abs(normalQuantile(p) - expected)).toBeLessThanOrEqual(Math.abs(expected) * 1e-14);
  }
});

test('is infinite at the ends, and refuses what is no probability', () => {
  expect(normalQuantile(0)).toBe(Number.NEGATIVE_INFINITY);
  expect(normalQuantile(1)).toBe(Number.POSITIVE_INFINITY);
  for (const p of [-0.1, 1.1, Number.NaN]) {
    expect(() => normalQuantile(p)).toThrow(expect.objectContaining({ code: 'not-a-probability' }));
  }
});
