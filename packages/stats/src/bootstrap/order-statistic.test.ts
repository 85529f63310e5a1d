import fc from 'fast-check';
import { expect, test } from 'vitest';
import { orderStatistic } from './order-statistic.ts';

test('finds what stands at each place in ascending order, whatever was asked before', () => {
  const value = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.double({ noNaN: true }));
  const places = fc.array(fc.nat(), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(fc.array(value, { minLength: 1, maxLength: 80 }), places, (list, asked) => {
      const values = Float64Array.from(list);
      const sorted = values.toSorted();
      for (const place of asked) {
        const index = place % list.length;
        expect(orderStatistic(values, index) + 0).toBe((sorted[index] ?? Number.NaN) + 0);
      }
      expect(values.toSorted().map((one) => one + 0)).toEqual(sorted.map((one) => one + 0));
    }),
    { endOnFailure: true, numRuns: 500 },
  );
});

test('is not a number of no values', () => {
  expect(orderStatistic(new Float64Array(0), 0)).toBeNaN();
});
