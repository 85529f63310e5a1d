import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAgeHistogram } from './age-histogram.ts';

describe('createAgeHistogram', () => {
  it('tells nothing of nothing', () => {
    expect(createAgeHistogram().report()).toBeNull();
  });

  it('gives quantiles within 1 % of those of the sorted list', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 300_000_000 }), { minLength: 1, maxLength: 200 }), (seconds) => {
        const ages = createAgeHistogram();
        for (const age of seconds) ages.add(age);
        const sorted = [...seconds].sort((a, b) => a - b);
        const exact = (p: number) => sorted[Math.ceil(p * sorted.length) - 1] as number;
        const report = ages.report();
        expect(report?.oldest).toBe(sorted.at(-1));
        for (const [found, wanted] of [
          [report?.median, exact(0.5)],
          [report?.p90, exact(0.9)],
        ] as const) {
          expect(Math.abs((found as number) - wanted)).toBeLessThanOrEqual(Math.max(1, wanted * 0.0101));
        }
      }),
    );
  });
});
