import fc from 'fast-check';
import { expect, test } from 'vitest';
import { oracle } from './fixtures/oracle.ts';
import { median } from './median.ts';
import { quantileFromOrderStatistics } from './quantile-from-order-statistics.ts';
import { quantilePosition } from './quantile-position.ts';
import { quantileType7 } from './quantile-type7.ts';

test('agrees with quantile(type = 7)', () => {
  for (const [index, p] of oracle.p.entries()) {
    expect(quantileType7(oracle.values, p)).toBeCloseTo(oracle.type7[index] ?? Number.NaN, 12);
  }
});

test('answers no values with null, one value with itself', () => {
  expect(quantileType7([], 0.5)).toBeNull();
  expect(median([])).toBeNull();
  expect(quantilePosition(0, 0.5)).toBeNull();
  expect(quantileType7(Float64Array.of(7), 0.9)).toBe(7);
  expect(median([1, 2, 4, 8])).toBe(3);
});

test('comes out the same from the two order statistics that an engine returns', () => {
  const values = fc.array(fc.integer({ min: -1e9, max: 1e9 }), { minLength: 1, maxLength: 50 });
  fc.assert(
    fc.property(values, fc.double({ min: 0, max: 1, noNaN: true }), (list, p) => {
      const sorted = list.toSorted((a, b) => a - b);
      const position = quantilePosition(sorted.length, p);
      expect(position).not.toBeNull();
      const { lowIndex, highIndex, fraction } = position ?? { lowIndex: -1, highIndex: -1, fraction: 0 };
      const low = sorted[lowIndex] ?? Number.NaN;
      const high = sorted[highIndex] ?? Number.NaN;
      const value = quantileFromOrderStatistics({ low, high, fraction });
      expect(value).toBe(quantileType7(sorted, p));
      expect(value).toBeGreaterThanOrEqual(low);
      expect(value).toBeLessThanOrEqual(high);
    }),
    { endOnFailure: true },
  );
});

test('refuses what is no probability', () => {
  expect(() => quantileType7([1], 1.5)).toThrow(expect.objectContaining({ code: 'not-a-probability' }));
  expect(() => quantilePosition(1.5, 0.5)).toThrow(expect.objectContaining({ code: 'not-a-count' }));
});
