import fc from 'fast-check';
import { expect, test } from 'vitest';
import { largestRemainder } from './largest-remainder.ts';

test.each([
  [100, [1, 1, 1], [34, 33, 33]],
  [10, [0.2, 0.3, 0.5], [2, 3, 5]],
  // Quotas of 1.5, 1.3 and 0.2.
  [3, [15, 13, 2], [2, 1, 0]],
  [2, [0, 1, 1], [0, 1, 1]],
  [0, [1, 2], [0, 0]],
  [7, [0, 0], [0, 0]],
  [7, [], []],
  // Hamilton's method of 10 seats for 1,500, 1,500, 900, 500, 500 and 200 votes, as every textbook has it.
  [10, [1500, 1500, 900, 500, 500, 200], [3, 3, 2, 1, 1, 0]],
])('splits %d by %j', (total, weights, parts) => {
  expect(largestRemainder(total, weights)).toEqual(parts);
});

test('adds up for any total up to 2^53, and stays within a unit of the quota', () => {
  const weights = fc.array(fc.double({ min: 0, max: 1e15, noNaN: true }), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(fc.oneof(fc.nat(1000), fc.maxSafeNat()), weights, (total, parts) => {
      const sum = parts.reduce((before, part) => before + part, 0);
      const split = largestRemainder(total, parts);
      expect(split.reduce((before, part) => before + part, 0)).toBe(sum > 0 ? total : 0);
      for (const [index, part] of split.entries()) {
        expect(Number.isSafeInteger(part) && part >= 0).toBe(true);
        if (parts[index] === 0) expect(part).toBe(0);
        // Quotas themselves are only known to some units near 2^53.
        if (sum > 0) expect(Math.abs(part - total * ((parts[index] ?? 0) / sum))).toBeLessThan(1 + total * 1e-15);
      }
    }),
    { endOnFailure: true, numRuns: 2000 },
  );
});
