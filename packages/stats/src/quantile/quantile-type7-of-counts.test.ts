import fc from 'fast-check';
import { expect, test } from 'vitest';
import { oracle } from './fixtures/oracle.ts';
import { quantileType7 } from './quantile-type7.ts';
import { quantileType7OfCounts } from './quantile-type7-of-counts.ts';

test('agrees with quantile(rep(value, count))', () => {
  for (const [index, p] of oracle.p.entries()) {
    expect(quantileType7OfCounts(oracle.counted, p)).toBeCloseTo(oracle.countedType7[index] ?? Number.NaN, 10);
  }
});

test('is to the bit what it is of the values written out', () => {
  const entries = fc.array(fc.record({ value: fc.integer({ min: -50, max: 50 }), count: fc.nat(6) }), {
    maxLength: 20,
  });
  fc.assert(
    fc.property(entries, fc.double({ min: 0, max: 1, noNaN: true }), (counted, p) => {
      const written = counted.flatMap(({ value, count }) => new Array<number>(count).fill(value));
      expect(quantileType7OfCounts(counted, p)).toBe(
        quantileType7(
          written.toSorted((a, b) => a - b),
          p,
        ),
      );
    }),
    { endOnFailure: true },
  );
});

test('takes counts beyond what could be written out', () => {
  const counted = [
    { value: 5, count: 2 ** 50 },
    { value: 1, count: 2 ** 50 },
  ];
  expect(quantileType7OfCounts(counted, 0.5)).toBe(3);
  expect(quantileType7OfCounts(counted, 0.25)).toBe(1);
});

test('answers nothing with null', () => {
  expect(quantileType7OfCounts([], 0.5)).toBeNull();
  expect(quantileType7OfCounts([{ value: 3, count: 0 }], 0.5)).toBeNull();
});

test.each([
  [[{ value: 1, count: -1 }], 0.5, 'not-a-count'],
  [[{ value: Number.NaN, count: 1 }], 0.5, 'not-a-number'],
  [[{ value: 1, count: 1 }], 1.5, 'not-a-probability'],
])('refuses %o at %d as %s', (counted, p, code) => {
  expect(() => quantileType7OfCounts(counted, p)).toThrow(expect.objectContaining({ name: 'StatsError', code }));
});
