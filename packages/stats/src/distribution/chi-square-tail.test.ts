import { expect, test } from 'vitest';
import { chiSquareTail } from './chi-square-tail.ts';
import { oracle } from './fixtures/oracle.ts';

test('agrees with pchisq(lower.tail = FALSE), down to 1e-260', () => {
  for (const { value, degrees, tail } of oracle.chiSquare) {
    expect(Math.abs(chiSquareTail(value, degrees) - tail), `${value}, ${degrees}`).toBeLessThanOrEqual(tail * 1e-11);
  }
});

test('is 1 at 0 and 0 at infinity', () => {
  expect(chiSquareTail(0, 3)).toBe(1);
  expect(chiSquareTail(Number.POSITIVE_INFINITY, 3)).toBe(0);
});

test.each([
  [-1, 1],
  [Number.NaN, 1],
  [1, 0],
  [1, Number.POSITIVE_INFINITY],
])('refuses %d with %d degrees', (value, degrees) => {
  expect(() => chiSquareTail(value, degrees)).toThrow(expect.objectContaining({ code: 'not-a-number' }));
});
