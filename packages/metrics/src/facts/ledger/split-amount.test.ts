import fc from 'fast-check';
import { expect, it } from 'vitest';
import { splitAmount } from './split-amount.ts';

it('spreads the remainder evenly', () => {
  expect(splitAmount(10, 4)).toEqual([2, 3, 2, 3]);
  expect(splitAmount(-10, 4)).toEqual([-2, -3, -2, -3]);
  expect(splitAmount(2, 5)).toEqual([0, 0, 1, 0, 1]);
  expect(splitAmount(0, 2)).toEqual([0, 0]);
  expect(splitAmount(Number.MAX_SAFE_INTEGER, 1)).toEqual([Number.MAX_SAFE_INTEGER]);
});

it('adds up to the amount, in parts that differ by at most one', () => {
  const amounts = fc.integer({ min: Number.MIN_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER });
  fc.assert(
    fc.property(amounts, fc.integer({ min: 1, max: 400 }), (amount, parts) => {
      const split = splitAmount(amount, parts);
      expect(split).toHaveLength(parts);
      expect(split.reduce((sum, part) => sum + BigInt(part), 0n)).toBe(BigInt(amount));
      expect(Math.max(...split) - Math.min(...split)).toBeLessThanOrEqual(1);
      expect(split.every((part) => Number.isSafeInteger(part))).toBe(true);
    }),
    { numRuns: 2000, endOnFailure: true },
  );
}, 60_000);
