import { describe, expect, it } from 'vitest';
import { decayedPoints, decayTable, toThousandths } from './decayed-points.ts';

const dayMs = 86_400_000;

describe('decayedPoints', () => {
  it('halves with each half-life, by whole 24 h', () => {
    expect(decayTable(40_000, 14 * dayMs, 29).filter((_, day) => day % 14 === 0)).toEqual([40_000, 20_000, 10_000]);
    expect(decayTable(8, dayMs, 6)).toEqual([8, 4, 2, 1, 1, 0]);
  });

  it('lets negative points decay towards zero as fast', () => {
    expect(decayTable(-8, dayMs, 6)).toEqual([-8, -4, -2, -1, -1, 0]);
    expect(Object.is(decayedPoints(-8, dayMs, 9), 0)).toBe(true);
  });

  it('takes a half-life that is no whole day', () => {
    // 40,000 x 2^(-24/36) = 25,198.42…, and after three days four half-lives of 18 h have gone.
    expect(decayedPoints(40_000, 1.5 * dayMs, 1)).toBe(25_198);
    expect(decayedPoints(40_000, 0.75 * dayMs, 3)).toBe(2500);
  });

  it('keeps what never decays, and comes to nothing in the end', () => {
    expect(decayedPoints(40_000, null, 36_500)).toBe(40_000);
    expect(decayedPoints(1_000_000_000, 60_000, 36_500)).toBe(0);
    expect(decayedPoints(1_000_000_000, 99_999 * dayMs, 0)).toBe(1_000_000_000);
  });

  it('never grows with age', () => {
    const table = decayTable(12_345, 7 * dayMs, 200);
    expect(table.every((value, day) => day === 0 || value <= (table[day - 1] ?? 0))).toBe(true);
  });
});

describe('toThousandths', () => {
  it('is exact for three decimals', () => {
    expect([0.001, 1.005, 40, -2.675, 999_999.999].map(toThousandths)).toEqual([1, 1005, 40_000, -2675, 999_999_999]);
  });
});
