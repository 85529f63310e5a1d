import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cohortCalendar, simulatedCohorts } from '../../test/support/simulated-cohorts.ts';
import { conversionCurve } from './conversion-curve.ts';
import { projectedConversion } from './projected-conversion.ts';

const converted = (days: number, rows: number) => ({ converted: true, days, rows });
const open = (days: number, rows: number) => ({ converted: false, days, rows });
const old = [converted(3, 60), converted(20, 20), open(90, 120)];
const curve = conversionCurve(old);

describe('projectedConversion', () => {
  it('adds the chances of those who wait, and tells how sure that is', () => {
    const projected = projectedConversion([converted(2, 1), open(2, 19)], { curve, windowDays: 30 });
    // Nobody of the old converts by day 2, and 80 of 200 do by day 30.
    expect(projected?.value).toBeCloseTo((1 + 19 * 0.4) / 20, 12);
    expect(projected).toMatchObject({ leads: 20, converted: 1, waiting: 19, low: 5 / 20, high: 13 / 20 });
  });

  it('gives those who have had their window no further chance', () => {
    const mature = projectedConversion([converted(9, 3), open(30, 4), open(200, 3)], { curve, windowDays: 30 });
    expect(mature).toEqual({ value: 0.3, low: 0.3, high: 0.3, leads: 10, converted: 3, waiting: 0 });
  });

  it('counts conversions after the window only when told to', () => {
    const cohort = [converted(40, 5), open(60, 5)];
    expect(projectedConversion(cohort, { curve, windowDays: 30 })?.value).toBe(0);
    expect(projectedConversion(cohort, { curve, windowDays: 30, countsLater: true })?.value).toBe(0.5);
  });

  it('takes a window in hours as the days that it begins', () => {
    expect(projectedConversion([open(0, 10)], { curve, windowDays: 2.5 })?.value).toBeCloseTo(0.3, 12);
  });

  it('does not hold for certain what only a few have shown', () => {
    const few = conversionCurve([converted(1, 3), open(9, 0)]);
    const all = projectedConversion([open(0, 20)], { curve: few, windowDays: 5 });
    expect(all?.value).toBe(1);
    expect(all?.low).toBeLessThan(0.7);
    const none = projectedConversion([open(0, 20)], { curve: conversionCurve([open(9, 3)]), windowDays: 5 });
    expect(none?.value).toBe(0);
    expect(none?.high).toBeGreaterThan(0.3);
    const many = projectedConversion([open(0, 20)], { curve: conversionCurve([open(9, 3000)]), windowDays: 5 });
    expect(many?.high).toBe(0);
  });

  it('is unknown for nobody, and beyond what anybody has been watched for', () => {
    expect(projectedConversion([], { curve, windowDays: 30 })).toBeNull();
    expect(projectedConversion([open(1, 3)], { curve, windowDays: 91 })).toBeNull();
    expect(projectedConversion([open(1, 3)], { curve: conversionCurve([]), windowDays: 1 })).toBeNull();
  });

  it('lies between what has converted and all who still can, and holds its value', () => {
    const rows = fc.array(
      fc.record({ converted: fc.boolean(), days: fc.nat(20), rows: fc.integer({ min: 1, max: 40 }) }),
      { minLength: 1, maxLength: 15 },
    );
    fc.assert(
      fc.property(
        rows,
        rows,
        fc.integer({ min: 1, max: 20 }),
        fc.constantFrom(0, 0.5, 1),
        (young, rest, windowDays, dayElapsed) => {
          const all = conversionCurve([...young, ...rest]);
          const projected = projectedConversion(young, { curve: all, windowDays, dayElapsed });
          if (projected === null) return;
          const { value, low, high, leads, converted: done, waiting } = projected;
          expect(low).toBeGreaterThanOrEqual(done / leads - 1e-12);
          expect(high).toBeLessThanOrEqual((done + waiting) / leads + 1e-12);
          expect(low).toBeLessThanOrEqual(value);
          expect(high).toBeGreaterThanOrEqual(value);
        },
      ),
      { endOnFailure: true },
    );
  }, 60_000);

  it('holds what comes to pass about as often as it says (all figures: npm run test:statistics)', () => {
    const company = { rate: 0.3, medianDays: 20, sigma: 1 };
    let held = 0;
    let cohorts = 0;
    for (let seed = 0; seed < 60; seed++) {
      const { reference, cohorts: young } = simulatedCohorts(seed, company);
      const shared = { curve: conversionCurve(reference), windowDays: cohortCalendar.windowDays, dayElapsed: 0.5 };
      for (const { rows, leads, realised } of young) {
        const projected = projectedConversion(rows, shared);
        cohorts += 1;
        if (projected !== null && projected.low <= realised / leads && realised / leads <= projected.high) held += 1;
      }
    }
    expect(cohorts).toBe(180);
    // 95 % of 180 are 171 ± 3.
    expect(held).toBeGreaterThanOrEqual(162);
  });

  it.each([
    [[{ converted: true, days: -1, rows: 1 }], {}, 'not-a-count'],
    [[{ converted: true, days: 1, rows: 0.5 }], {}, 'not-a-count'],
    [[], { windowDays: 0 }, 'not-above-zero'],
    [[], { windowDays: Number.NaN }, 'not-above-zero'],
    [[], { confidence: 95 }, 'not-a-probability'],
    [[], { dayElapsed: 2 }, 'not-a-probability'],
  ])('refuses %o, %o as %s', (cohort, options, code) => {
    expect(() => projectedConversion(cohort, { curve, windowDays: 30, ...options })).toThrow(
      expect.objectContaining({ name: 'StatsError', code }),
    );
  });
});
