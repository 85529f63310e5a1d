import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawBeta, drawHits, seededRandom } from '../../test/support/random.ts';
import { countInterval } from './count-interval.ts';

describe('countInterval', () => {
  it('grows from the likeliest count of a binomial distribution until half of the next one is too much', () => {
    // Of 20 coins 7 to 13 show heads with 0.8847, and 6 or 14 with 0.0370 each: 0.9216, then 0.9586. Half of the 0.0148
    // of 5 is too much.
    expect(countInterval({ most: 20, mean: 10, variance: 5 }, 0.95)).toEqual({ low: 6, high: 14 });
    // With a chance of 1 in 20: 0.3774 for one, 0.3585 for none, 0.1887 for two, 0.0596 for three: half of it makes
    // 0.9544. Two equal tails would have reached to three.
    expect(countInterval({ most: 20, mean: 1, variance: 0.95 }, 0.95)).toEqual({ low: 0, high: 2 });
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
    const { low, high } = countInterval({ most, mean, variance }, 0.9);
    const inside = seen.slice(low, high + 1);
    const held = inside.reduce((sum, share) => sum + share, 0);
    const next = Math.max(seen[low - 1] ?? 0, seen[high + 1] ?? 0);
    expect(held + next / 2).toBeGreaterThan(0.9);
    expect(held - Math.min(...inside) / 2).toBeLessThan(0.9);
    expect(Math.min(...inside)).toBeGreaterThan(next);
  });

  it('is narrower when chances are unlike', () => {
    // Half of 20 hit by a coin, and the others never: of 10 coins 3 to 7 show heads with 0.8906, 8 makes it
    // 0.9346, and half of the 0.0439 of 2 is too much.
    expect(countInterval({ most: 20, mean: 5, variance: 2.5 }, 0.95)).toEqual({ low: 3, high: 8 });
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
