import { describe, expect, it } from 'vitest';
import { withinRangesSql } from './number-ranges.ts';

describe('withinRangesSql', () => {
  it('is one range of numbers that lie together, in whatever order they come', () => {
    expect(withinRangesSql('seq', [7])).toBe('(seq BETWEEN 7 AND 7)');
    expect(withinRangesSql('seq', [900, 5, 100_004])).toBe('(seq BETWEEN 5 AND 100004)');
  });

  it('is cut where many numbers lie between', () => {
    expect(withinRangesSql('x.seq', [3, 5_000_000, 4, 5_000_001])).toBe(
      '(x.seq BETWEEN 3 AND 4 OR x.seq BETWEEN 5000000 AND 5000001)',
    );
  });

  it('is cut at the widest gaps only, however many there are', () => {
    const numbers = Array.from({ length: 40 }, (_, index) => index ** 2 * 1_000_000);
    const ranges = withinRangesSql('n', numbers).split(' OR ');
    expect(ranges).toHaveLength(8);
    expect(ranges.at(-1)).toBe('n BETWEEN 1521000000 AND 1521000000)');
    expect(ranges[0]).toBe(`(n BETWEEN 0 AND ${32 ** 2 * 1_000_000}`);
  });
});
