import { expect, test } from 'vitest';
import { bootstrapMean } from './bootstrap-mean.ts';
import { seededRandom } from './random-source.ts';
import { repeatedRandom } from './repeated-random.ts';

test('gives the numbers of the source from its beginning, however many others have asked for', () => {
  const sources = repeatedRandom(seededRandom(7));
  const expected = Array.from({ length: 5000 }, seededRandom(7));
  const [first, second] = [sources(), sources()];
  expect(Array.from({ length: 3 }, first)).toEqual(expected.slice(0, 3));
  expect(Array.from({ length: 5000 }, second)).toEqual(expected);
  expect(Array.from({ length: 2000 }, first)).toEqual(expected.slice(3, 2003));
  expect(Array.from({ length: 10 }, sources())).toEqual(expected.slice(0, 10));
});

test('gives the intervals of the seed', () => {
  const sources = repeatedRandom(seededRandom(3));
  for (const length of [12, 40, 25, 300]) {
    const values = Array.from({ length }, (_, index) => ({ value: index ** 2, count: 1 }));
    expect(bootstrapMean(values, { random: sources() })).toEqual(bootstrapMean(values, { random: seededRandom(3) }));
  }
});
