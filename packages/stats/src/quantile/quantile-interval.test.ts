import fc from 'fast-check';
import { expect, test } from 'vitest';
import { oracle } from './fixtures/oracle.ts';
import { quantileInterval, quantileIntervalOfCounts } from './quantile-interval.ts';
import { quantileIntervalPosition } from './quantile-interval-position.ts';
import { quantileType7 } from './quantile-type7.ts';

test('takes the order statistics of qbinom, with the coverage of pbinom', () => {
  for (const { count, p, confidence, low, high, coverage } of oracle.positions) {
    const found = quantileIntervalPosition(count, p, { confidence });
    const place = `${p} of ${count} at ${confidence}`;
    expect(found.lowIndex, place).toBe(low === 0 ? null : low - 1);
    expect(found.highIndex, place).toBe(high === count + 1 ? null : high - 1);
    expect(found.coverage, place).toBeCloseTo(coverage, 10);
    expect(found.coverage, place).toBeGreaterThanOrEqual(confidence - 1e-12);
  }
});

// David and Nagaraja 2003, section 7.1: for ten values the second and the ninth bound the median, 1 - 22 / 1024.
test('gives the published interval of the median of ten', () => {
  expect(quantileIntervalPosition(10, 0.5)).toEqual({
    lowIndex: 1,
    highIndex: 8,
    coverage: expect.closeTo(1002 / 1024),
  });
});

test('bounds a median from six values on, and a 90th percentile from 36 on', () => {
  const position = (count: number, p: number) => quantileIntervalPosition(count, p);
  expect(position(5, 0.5)).toEqual({ lowIndex: null, highIndex: null, coverage: 1 });
  expect(position(6, 0.5)).toEqual({ lowIndex: 0, highIndex: 5, coverage: expect.closeTo(1 - 2 / 64) });
  expect(position(35, 0.9).highIndex).toBeNull();
  expect(position(36, 0.9).highIndex).toBe(35);
});

test('holds the quantile and turns round with the values', () => {
  const values = fc.array(fc.integer({ min: -100, max: 100 }), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(values, fc.constantFrom(0.1, 0.25, 0.5, 0.9), (list, p) => {
      const sorted = list.toSorted((a, b) => a - b);
      const { low, high } = quantileInterval(sorted, p);
      const middle = quantileType7(sorted, p) ?? Number.NaN;
      expect(low ?? middle).toBeLessThanOrEqual(middle);
      expect(high ?? middle).toBeGreaterThanOrEqual(middle);
      const turned = sorted.map((value) => 0 - value).toReversed();
      const back = quantileInterval(turned, 1 - p);
      expect(back.low).toBe(high === null ? null : 0 - high);
      expect(back.high).toBe(low === null ? null : 0 - low);
      const counted = list.map((value) => ({ value, count: 1 }));
      expect(quantileIntervalOfCounts(counted, p)).toEqual(quantileInterval(sorted, p));
    }),
    { endOnFailure: true },
  );
});

test('answers no values, and one, without bounds', () => {
  expect(quantileInterval([], 0.5)).toEqual({ low: null, high: null, coverage: 1 });
  expect(quantileInterval([4], 0.5)).toEqual({ low: null, high: null, coverage: 1 });
});

test('takes a million counts', () => {
  const entries = Array.from({ length: 100 }, (_, value) => ({ value, count: 10_000 }));
  const { low, high, coverage } = quantileIntervalOfCounts(entries, 0.5);
  expect([low, high]).toEqual([49, 50]);
  expect(coverage).toBeCloseTo(0.95, 3);
});

test.each([
  [0, 0.95],
  [1, 0.95],
  [0.5, 1],
])('refuses %d at %d', (p, confidence) => {
  expect(() => quantileInterval([1, 2], p, { confidence })).toThrow(
    expect.objectContaining({ code: 'not-a-probability' }),
  );
});
