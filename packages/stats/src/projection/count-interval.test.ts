import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawBeta, drawHits, seededRandom } from '../../test/support/random.ts';
import { countInterval } from './count-interval.ts';

describe('countInterval', () => {
  it('is the mid-P interval of a binomial count', () => {
    // Of 20 coins at most 5 show heads with 0.0207, and 6 with 0.0370: half of it makes 0.0392 > 0.025. For 5, 0.0133.
    expect(countInterval({ most: 20, mean: 10, variance: 5 }, 0.95)).toEqual({ low: 6, high: 14 });
    // Of 36 dice none, one and two show a six with 0.0014, 0.0102 and 0.0356: 0.0294 > 0.025 at two.
    expect(countInterval({ most: 36, mean: 6, variance: 5 }, 0.95).low).toBe(2);
  });

  it('is that of a beta-binomial count when it scatters more, by 400,000 draws', () => {
    const [a, b, most] = [3, 9, 40];
    const mean = (most * a) / (a + b);
    const variance = ((mean * b) / (a + b)) * ((a + b + most) / (a + b + 1));
    const random = seededRandom(3);
    const seen = new Array<number>(most + 1).fill(0);
    const draws = 400_000;
    for (let draw = 0; draw < draws; draw++) {
      const hits = drawHits(most, drawBeta(a, b, random), random);
      seen[hits] = (seen[hits] ?? 0) + 1 / draws;
    }
    const midP = (count: number) => seen.slice(0, count).reduce((sum, it) => sum + it, 0) + (seen[count] ?? 0) / 2;
    const { low, high } = countInterval({ most, mean, variance }, 0.9);
    expect(midP(low)).toBeGreaterThan(0.05);
    expect(midP(low - 1)).toBeLessThan(0.05);
    expect(midP(high)).toBeLessThan(0.95);
    expect(midP(high + 1)).toBeGreaterThan(0.95);
  });

  it('is narrower when chances are unlike', () => {
    // Half of 20 hit by a coin, and the others never: at most 1 of 10 with 0.0107, and 2 with 0.0439.
    expect(countInterval({ most: 20, mean: 5, variance: 2.5 }, 0.95)).toEqual({ low: 2, high: 8 });
  });

  it('does not go beyond what can be, and grows with the confidence', () => {
    const counts = fc
      .tuple(
        fc.integer({ min: 1, max: 3000 }),
        fc.double({ min: 0.001, max: 0.999, noNaN: true }),
        fc.double({ min: 0.01, max: 1, noNaN: true }),
      )
      .map(([most, chance, part]) => {
        const mean = most * chance;
        return { most, mean, variance: Math.max(1e-9, part * mean * (most - mean)) };
      });
    fc.assert(
      fc.property(counts, (count) => {
        const wide = countInterval(count, 0.95);
        const narrow = countInterval(count, 0.5);
        expect(wide.low).toBeGreaterThanOrEqual(0);
        expect(wide.high).toBeLessThanOrEqual(count.most);
        expect(wide.low).toBeLessThanOrEqual(narrow.low);
        expect(wide.high).toBeGreaterThanOrEqual(narrow.high);
      }),
      { endOnFailure: true },
    );
  }, 60_000);

  it('is a single count where nothing is left to chance', () => {
    expect(countInterval({ most: 7, mean: 0, variance: 0 }, 0.95)).toEqual({ low: 0, high: 0 });
    expect(countInterval({ most: 0, mean: 0, variance: 0 }, 0.95)).toEqual({ low: 0, high: 0 });
  });

  it('takes a million in a moment', () => {
    const { low, high } = countInterval({ most: 1e6, mean: 3e5, variance: 2.1e5 }, 0.95);
    // 1.96 standard deviations of 458.
    expect(Math.abs(low - 299_102)).toBeLessThan(3);
    expect(Math.abs(high - 300_898)).toBeLessThan(3);
  });
});
