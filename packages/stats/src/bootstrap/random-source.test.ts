import { expect, test } from 'vitest';
import { seededRandom, xoshiro128 } from './random-source.ts';

test('gives the words of the reference implementation, fixtures/xoshiro128.c', () => {
  const word = xoshiro128([1, 2, 3, 4]);
  expect(Array.from({ length: 10 }, word)).toEqual([
    11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804,
  ]);
});

test('gives the same numbers for the same seed, and others for the next', () => {
  const first = (seed: number) => Array.from({ length: 5 }, seededRandom(seed));
  expect(first(42)).toEqual(first(42));
  const seen = new Set([0, 1, 2, 3, -1].flatMap(first));
  expect(seen.size).toBe(25);
});

test('is uniform in [0, 1), and one number says nothing of the next', () => {
  const random = seededRandom(11);
  const counts = new Array<number>(100).fill(0);
  let before = random();
  for (let draw = 0; draw < 100_000; draw++) {
    const now = random();
    if (!(now >= 0 && now < 1)) throw new Error(`${now} is not in [0, 1).`);
    const cell = Math.floor(before * 10) * 10 + Math.floor(now * 10);
    counts[cell] = (counts[cell] ?? 0) + 1;
    before = now;
  }
  const chiSquare = counts.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0);
  // The 0.05 % and 99.95 % quantiles of chi-square with 99 degrees.
  expect(chiSquare).toBeGreaterThan(57);
  expect(chiSquare).toBeLessThan(153);
});
