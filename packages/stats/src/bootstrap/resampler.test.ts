import { expect, test } from 'vitest';
import { chiSquareTail } from '../distribution/chi-square-tail.ts';
import { binomialMass } from '../distribution/probability-mass.ts';
import { drawBinomial } from './draw-binomial.ts';
import { seededRandom } from './random-source.ts';
import { resampler } from './resampler.ts';

test.each([
  [12, 0.3],
  [12, 0.95],
  [400, 0.004],
  [1000, 0.5],
])('draws hits of %d at %d as often as the binomial distribution says', (trials, chance) => {
  const draws = 40_000;
  const seen = new Array<number>(trials + 1).fill(0);
  const random = seededRandom(3);
  for (let draw = 0; draw < draws; draw++) {
    const hits = drawBinomial({ trials, chance }, random);
    seen[hits] = (seen[hits] ?? 0) + 1;
  }
  let chiSquare = 0;
  let cells = 0;
  for (const [hits, count] of seen.entries()) {
    const expected = draws * binomialMass(hits, trials, chance);
    if (expected < 5) continue;
    chiSquare += (count - expected) ** 2 / expected;
    cells += 1;
  }
  expect(cells).toBeGreaterThan(3);
  expect(chiSquareTail(chiSquare, cells - 1)).toBeGreaterThan(0.001);
});

test('is certain where the chance is, and takes what every random number gives', () => {
  const never = () => 0.5;
  expect(drawBinomial({ trials: 0, chance: 0.5 }, never)).toBe(0);
  expect(drawBinomial({ trials: 9, chance: 0 }, never)).toBe(0);
  expect(drawBinomial({ trials: 9, chance: 1 }, never)).toBe(9);
  for (const number of [0, 1 - 2 ** -53]) {
    const hits = drawBinomial({ trials: 1_000_000, chance: 0.5 }, () => number);
    expect(hits).toBeGreaterThanOrEqual(0);
    expect(hits).toBeLessThanOrEqual(1_000_000);
  }
});

test.each([
  ['by index', [3, 1, 1, 5, 1]],
  ['by kind', [300, 100, 100, 500]],
])('draws everybody anew, each kind by its share: %s', (_, counts) => {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const draw = resampler(counts, seededRandom(5));
  const rounds = 10_000;
  const sums = counts.map(() => 0);
  const products = counts.map(() => 0);
  for (let round = 0; round < rounds; round++) {
    const drawn = draw();
    if (drawn.reduce((sum, count) => sum + count, 0) !== total) throw new Error(`Not ${total}: ${drawn}`);
    for (const [kind, count] of drawn.entries()) {
      sums[kind] = (sums[kind] ?? 0) + count;
      products[kind] = (products[kind] ?? 0) + (drawn[0] ?? 0) * count;
    }
  }
  const [first = 0] = counts;
  for (const [kind, count] of counts.entries()) {
    const mean = (sums[kind] ?? 0) / rounds;
    const variance = count * (1 - count / total);
    expect(Math.abs(mean - count)).toBeLessThan(5 * Math.sqrt(variance / rounds));
    // Covariance of a multinomial draw.
    const expected = kind === 0 ? variance : (-first * count) / total;
    const covariance = (products[kind] ?? 0) / rounds - ((sums[0] ?? 0) / rounds) * mean;
    const own = first * (1 - first / total);
    expect(Math.abs(covariance - expected)).toBeLessThan(8 * Math.sqrt((variance * own) / rounds));
  }
});
