import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { greatestScaled, leastScaled } from './scaled-bound.ts';

const most = Number.MAX_SAFE_INTEGER;

describe('leastScaled and greatestScaled', () => {
  // 0.07 * 100 is 7.000000000000001 and 0.29 * 100 is 28.999999999999996, but 7 / 100 is 0.07 and 29 / 100 is 0.29.
  it.each([
    [0.07, 100, 7, 7],
    [0.29, 100, 29, 29],
    [0.285, 100, 29, 28],
    [-0.285, 100, -28, -29],
    [1.005, 1000, 1005, 1005],
    [5000, 1, 5000, 5000],
    [1e300, 100, most + 1, most],
    [Number.NEGATIVE_INFINITY, 100, -most, -most - 1],
  ])('of %d in parts of %d are %d and %d', (value, scale, least, greatest) => {
    expect([leastScaled(value, scale), greatestScaled(value, scale)]).toEqual([least, greatest]);
  });

  it('part the whole numbers as the quotient does', () => {
    const whole = fc.oneof(fc.maxSafeInteger(), fc.integer({ min: -1000, max: 1000 }), fc.constantFrom(most, -most));
    const value = fc.oneof(
      whole.map((it) => it / 100),
      fc.double({ noNaN: true }),
    );
    fc.assert(
      fc.property(value, fc.constantFrom(1, 100, 1000, 10_000), whole, (bound, scale, any) => {
        const least = leastScaled(bound, scale);
        const greatest = greatestScaled(bound, scale);
        for (const it of [any, least - 1, least, least + 1, greatest, greatest + 1].filter(Number.isSafeInteger)) {
          expect(it >= least).toBe(it / scale >= bound);
          expect(it <= greatest).toBe(it / scale <= bound);
        }
      }),
      { numRuns: 20_000, endOnFailure: true },
    );
  });
});
