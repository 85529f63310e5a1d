import { aalenJohansen } from '@sameteam/stats';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { projectedRate, waitingCurve } from './projected-rate.ts';
import type { WaitingRow } from './query.ts';

const row = (days: number, converted: boolean, rows = 1): WaitingRow => ({
  dimensions: [],
  bucket: null,
  days,
  converted,
  rows,
});
const converted = (days: number, rows = 1) => row(days, true, rows);
const open = (days: number, rows = 1) => row(days, false, rows);

describe('waitingCurve', () => {
  it('is the product limit, by the end of each day', () => {
    // Day 0: 1 of 10 converts. Day 2: 3 were watched no longer than a day, so 2 of 6. Day 4: 2 of the last 3.
    const curve = waitingCurve([converted(0), open(1, 3), converted(2, 2), open(3), converted(4, 2), open(4)]);
    expect([...curve]).toEqual([
      0.9,
      0.9,
      expect.closeTo(0.9 * (4 / 6), 12),
      expect.closeTo(0.6, 12),
      expect.closeTo(0.6 * (1 / 3), 12),
    ]);
  });

  it('counts a row that is watched for d days through the end of day d', () => {
    // Both were at risk on day 3 when one converted.
    expect(waitingCurve([converted(3), open(3)])[3]).toBe(1 / 2);
    expect(waitingCurve([converted(3), open(2)])[3]).toBe(0);
  });

  it('is empty for nobody, and 1 for those who wait', () => {
    expect([...waitingCurve([])]).toEqual([]);
    expect([...waitingCurve([open(2, 5)])]).toEqual([1, 1, 1]);
  });

  const histogram = fc.array(
    fc.record({ days: fc.integer({ min: 0, max: 20 }), converted: fc.boolean(), rows: fc.integer({ min: 1, max: 9 }) }),
    { minLength: 1, maxLength: 20 },
  );

  it('leaves what Aalen and Johansen say has converted, at every day', () => {
    fc.assert(
      fc.property(histogram, (parts) => {
        const rows = parts.map(({ days, converted: done, rows: count }) => row(days, done, count));
        const curve = waitingCurve(rows);
        const time = Array.from({ length: 21 }, (_, day) => day);
        const count = (day: number, done: boolean) =>
          rows.reduce((sum, part) => sum + (part.days === day && part.converted === done ? part.rows : 0), 0);
        for (const [day, survival] of curve.entries()) {
          const ends = aalenJohansen({
            time,
            events: [time.map((at) => count(at, true))],
            censored: time.map((at) => count(at, false)),
            horizon: day,
          });
          expect(1 - survival).toBeCloseTo(ends?.incidence[0]?.value as number, 10);
        }
      }),
    );
  });
});

describe('projectedRate', () => {
  /** Of those watched for so long, half convert by day 2 and a quarter stays open beyond day 8. */
  const curve = Float64Array.of(1, 1, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.25, 0.25, 0.25);
  const projected = (cohort: readonly WaitingRow[], windowDays = 10, countsLater = true) =>
    projectedRate(cohort, { curve, windowDays, countsLater });

  it('adds to the converted rows the chance of each open one in the days that it has left', () => {
    // Not started: 3/4. Past day 2: 1 - 0.25 / 0.5 = 1/2. Past day 8: nothing more to come.
    expect(projected([open(0)])).toBe(3 / 4);
    expect(projected([open(2)])).toBe(1 / 2);
    expect(projected([open(9)])).toBe(0);
    expect(projected([converted(1), open(0, 2), open(5, 1)])).toBe((1 + 2 * (3 / 4) + 1 / 2) / 4);
  });

  it('gives an open row that has had its window no further chance', () => {
    expect(projected([open(10), converted(3)])).toBe(1 / 2);
    expect(projected([open(300), converted(3)], 2)).toBe(1 / 2);
  });

  it('counts conversions after the window only where the rate itself does', () => {
    expect(projected([converted(9), converted(1)], 4, true)).toBe(1);
    expect(projected([converted(9), converted(1)], 4, false)).toBe(1 / 2);
    expect(projected([converted(4)], 4, false)).toBe(1);
  });

  it('takes a window in hours as the days that it begins', () => {
    expect(projected([open(0)], 1.5)).toBe(1 / 2);
  });

  it('projects nothing for nobody, or beyond what anybody has been watched for', () => {
    expect(projected([])).toBeNull();
    expect(projected([open(1)], 11)).toBeNull();
  });

  it('has no chance left where everybody had converted', () => {
    expect(projectedRate([open(1)], { curve: Float64Array.of(1, 0, 0), windowDays: 2, countsLater: true })).toBe(0);
  });

  it('lies between what has converted and 1', () => {
    const part = fc.record({
      days: fc.integer({ min: 0, max: 10 }),
      done: fc.boolean(),
      rows: fc.integer({ min: 1, max: 9 }),
    });
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 12 }), (parts) => {
        const cohort = parts.map(({ days, done, rows }) => row(days, done, rows));
        const all = cohort.reduce((sum, { rows }) => sum + rows, 0);
        const done = cohort.reduce((sum, { rows, converted: is }) => sum + (is ? rows : 0), 0);
        const rate = projectedRate(cohort, { curve: waitingCurve(cohort), windowDays: 0, countsLater: true }) as number;
        expect(rate).toBeGreaterThanOrEqual(done / all - 1e-12);
        expect(rate).toBeLessThanOrEqual(1 + 1e-12);
      }),
    );
  });
});
