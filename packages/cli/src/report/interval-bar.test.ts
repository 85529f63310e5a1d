import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { intervalBar, scaleOf } from './interval-bar.ts';

const known = (low: number, value: number, high: number) => ({ low, value, high, isExpected: false });

describe('intervalBar', () => {
  it('lies on its scale, with its value in it', () => {
    expect(intervalBar(known(1, 3, 6), { from: 0, to: 8 }, 9)).toBe(' ├─●──┤  ');
    expect(intervalBar({ ...known(1, 3, 6), isExpected: true }, { from: 0, to: 8 }, 9)).toBe(' ├─○──┤  ');
  });

  it('shows the value where it falls together with a bound', () => {
    expect(intervalBar(known(0, 0, 4), { from: 0, to: 8 }, 9)).toBe('●───┤    ');
    expect(intervalBar(known(2, 2, 2), { from: 2, to: 2 }, 5)).toBe('  ●  ');
  });

  it('is as wide as it was asked for, whatever the numbers are', () => {
    const number = fc.double({ min: -1e9, max: 1e9, noNaN: true });
    fc.assert(
      fc.property(number, number, number, number, number, fc.integer({ min: 3, max: 40 }), (a, b, c, d, e, width) => {
        const [low = 0, value = 0, high = 0] = [a, b, c].sort((x, y) => x - y);
        const drawn = intervalBar(known(low, value, high), { from: Math.min(d, e), to: Math.max(d, e) }, width);
        expect([...drawn]).toHaveLength(width);
        expect([...drawn].filter((character) => character === '●')).toHaveLength(1);
      }),
      { endOnFailure: true },
    );
  });
});

describe('scaleOf', () => {
  it('holds all intervals', () => {
    expect(scaleOf([known(1, 2, 3), null, known(-1, 0, 2)])).toEqual({ from: -1, to: 3 });
    expect(scaleOf([null])).toBeNull();
  });
});
