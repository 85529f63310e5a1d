import { describe, expect, it } from 'vitest';
import { rangesOf, withinRangesSql } from './number-ranges.ts';

describe('rangesOf', () => {
  it('is one range of numbers that lie together, in whatever order they come', () => {
    expect(rangesOf([7])).toEqual([[7, 7]]);
    expect(rangesOf([900, 5, 100_004])).toEqual([[5, 100_004]]);
  });

  it('is cut where many numbers lie between', () => {
    expect(rangesOf([3, 5_000_000, 4, 5_000_001])).toEqual([
      [3, 4],
      [5_000_000, 5_000_001],
    ]);
  });

  it('is cut at the widest gaps only, however many there are', () => {
    const ranges = rangesOf(Array.from({ length: 40 }, (_, index) => index ** 2 * 1_000_000));
    expect(ranges).toHaveLength(8);
    expect(ranges.at(-1)).toEqual([1_521_000_000, 1_521_000_000]);
    expect(ranges[0]).toEqual([0, 32 ** 2 * 1_000_000]);
  });
});

describe('withinRangesSql', () => {
  it('reads each range on its own', () => {
    const read = { columns: 'seq, id', table: 'event_texts', by: 'seq', numbers: [3, 5_000_000] };
    expect(withinRangesSql(read)).toBe(
      '(SELECT seq, id FROM event_texts WHERE seq BETWEEN 3 AND 3 UNION ALL SELECT seq, id FROM event_texts WHERE seq BETWEEN 5000000 AND 5000000)',
    );
    expect(withinRangesSql({ ...read, numbers: [7], among: 'IN (7)' })).toBe(
      '(SELECT seq, id FROM event_texts WHERE seq BETWEEN 7 AND 7 AND seq IN (7))',
    );
  });
});
