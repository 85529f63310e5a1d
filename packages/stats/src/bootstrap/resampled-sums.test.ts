import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chiSquareTail } from '../distribution/chi-square-tail.ts';
import { binomialMass } from '../distribution/probability-mass.ts';
import { drawDigits } from './random-digits.ts';
import { seededRandom } from './random-source.ts';
import { type ResampledSums, resampledSums } from './resampled-sums.ts';

/** Sums of resamples of subjects of which some count above the line, some below. */
function drawn(counts: readonly number[], above: number, below: number, rounds: number) {
  const kinds = counts.map((count, kind) => ({
    numerator: kind === above ? 1 : 0,
    denominator: kind === below ? 1 : 0,
    count,
  }));
  const draw = resampledSums([kinds], seededRandom(5));
  return Array.from({ length: rounds }, () => ({ ...(draw()[0] as ResampledSums) }));
}

test.each([
  ['pairs', [3, 1, 1, 5, 1]],
  ['pairs and a single one', [30, 10, 10, 51]],
  ['indexes', [300, 1, 2, 5, ...new Array<number>(40).fill(1)]],
  ['binomial numbers', [300, 100, 100, 500]],
])('draws everybody anew, each kind by its share: %s', (_, counts) => {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const rounds = 10_000;
  const [first = 0] = counts;
  for (const kind of [0, 1, 2, 3]) {
    const sums = drawn(counts, kind, 0, rounds);
    const count = counts[kind] ?? 0;
    const mean = sums.reduce((sum, { above }) => sum + above, 0) / rounds;
    const meanFirst = sums.reduce((sum, { below }) => sum + below, 0) / rounds;
    const variance = count * (1 - count / total);
    expect(Math.abs(mean - count)).toBeLessThan(5 * Math.sqrt(variance / rounds));
    // Covariance of a multinomial draw.
    const expected = kind === 0 ? variance : (-first * count) / total;
    const covariance = sums.reduce((sum, { above, below }) => sum + above * below, 0) / rounds - meanFirst * mean;
    const own = first * (1 - first / total);
    expect(Math.abs(covariance - expected)).toBeLessThan(8 * Math.sqrt((variance * own) / rounds));
  }
});

test('gives the sums of two at a time their whole distribution', () => {
  const rounds = 40_000;
  const seen = new Array<number>(22).fill(0);
  for (const { above } of drawn([7, 14], 0, 1, rounds)) seen[above] = (seen[above] ?? 0) + 1;
  let chiSquare = 0;
  let cells = 0;
  for (const [hits, count] of seen.entries()) {
    const expected = rounds * binomialMass(hits, 21, 1 / 3);
    if (expected < 5) continue;
    chiSquare += (count - expected) ** 2 / expected;
    cells += 1;
  }
  expect(cells).toBeGreaterThan(10);
  expect(chiSquareTail(chiSquare, cells - 1)).toBeGreaterThan(0.001);
});

test('draws as many as there are, whatever they add', () => {
  const counts = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(counts, fc.nat(), (list, seed) => {
      const total = list.reduce((sum, count) => sum + count, 0);
      const kinds = list.map((count) => ({ numerator: 1, denominator: 2, count }));
      const draw = resampledSums([kinds], seededRandom(seed));
      for (let round = 0; round < 5; round++) expect(draw()).toEqual([{ above: total, below: 2 * total }]);
    }),
    { endOnFailure: true },
  );
});

test.each([2, 3, 52, 1225, 65_536, 4_294_967_295])(
  'draws digits to the base of %d, one saying nothing of the next',
  (base) => {
    const digits = new Uint32Array(60_001);
    drawDigits(digits, base, seededRandom(11));
    const counts = new Array<number>(100).fill(0);
    for (let index = 1; index < digits.length; index++) {
      const [before, now] = [digits[index - 1] ?? 0, digits[index] ?? 0];
      if (now >= base) throw new Error(`${now} is no digit to the base of ${base}.`);
      const cell = Math.floor((before / base) * 10) * 10 + Math.floor((now / base) * 10);
      counts[cell] = (counts[cell] ?? 0) + 1;
    }
    // Where the base is no multiple of ten, cells hold unlike numbers of digits.
    const share = (tenth: number) => {
      const from = Math.ceil((tenth * base) / 10);
      return (Math.ceil(((tenth + 1) * base) / 10) - from) / base;
    };
    let chiSquare = 0;
    let cells = 0;
    for (const [cell, count] of counts.entries()) {
      const expected = 60_000 * share(Math.floor(cell / 10)) * share(cell % 10);
      if (expected === 0) continue;
      chiSquare += (count - expected) ** 2 / expected;
      cells += 1;
    }
    expect(chiSquareTail(chiSquare, cells - 1)).toBeGreaterThan(0.001);
  },
);
