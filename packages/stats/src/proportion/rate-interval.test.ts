import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chiSquareTail } from '../distribution/chi-square-tail.ts';
import { oracle } from './fixtures/oracle.ts';
import { rateInterval } from './rate-interval.ts';

test.each(oracle.rate)('agrees with poisson.test for $count in $exposure at $confidence', (row) => {
  const interval = rateInterval(row);
  expect(interval.low).toBeCloseTo(row.low, 9);
  expect(Math.abs(interval.high / row.high - 1)).toBeLessThan(1e-11);
});

test('holds the rate, and its bounds are tails of chi-square', () => {
  const counts = fc.oneof(fc.nat(50), fc.nat(1_000_000));
  fc.assert(
    fc.property(counts, fc.double({ min: 0.01, max: 1000, noNaN: true }), (count, exposure) => {
      const { low, high } = rateInterval({ count, exposure });
      expect(low).toBeLessThanOrEqual(count / exposure);
      expect(high).toBeGreaterThan(count / exposure);
      expect(chiSquareTail(2 * high * exposure, 2 * count + 2)).toBeCloseTo(0.025, 10);
    }),
    { endOnFailure: true },
  );
});

test.each([
  [{ count: 1.5 }, 'not-a-count'],
  [{ count: 1, exposure: 0 }, 'not-a-number'],
  [{ count: 1, exposure: Number.NaN }, 'not-a-number'],
  [{ count: 1, confidence: 0 }, 'not-a-probability'],
])('refuses %o as %s', (counted, code) => {
  expect(() => rateInterval(counted)).toThrow(expect.objectContaining({ name: 'StatsError', code }));
});
