import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawBeta, drawHits, seededRandom } from '../../test/support/random.ts';
import { kaplanMeier } from '../survival/kaplan-meier.ts';
import { conversionCurve } from './conversion-curve.ts';
import { stillWaiting } from './still-waiting.ts';

const converted = (days: number, rows: number) => ({ converted: true, days, rows });
const open = (days: number, rows: number) => ({ converted: false, days, rows });

describe('stillWaiting', () => {
  it('is a beta-binomial count where one day is left', () => {
    // 20 wait for day 1. Of 40 others 12 converted on it: shares by Beta(12.5, 28).
    const curve = conversionCurve([converted(1, 12), open(1, 28)]);
    const { value, mean, variance } = stillWaiting({ open: [20], lastDay: 1, dayElapsed: 0 }, curve);
    expect(value).toBeCloseTo(20 * (28 / 40), 12);
    const share = 28 / 40.5;
    expect(mean).toBeCloseTo(20 * share, 12);
    expect(variance).toBeCloseTo(20 * share * (1 - share) * ((40.5 + 20) / (40.5 + 1)), 10);
  });

  it('has the mean and the variance of what it says it is, drawn 200,000 times', () => {
    const curve = conversionCurve([converted(1, 3), converted(2, 4), converted(4, 1), open(1, 5), open(4, 6)]);
    const waiting = [4, 0, 3, 2];
    const random = seededRandom(7);
    let sum = 0;
    let squares = 0;
    const draws = 200_000;
    for (let draw = 0; draw < draws; draw++) {
      let left = 0;
      for (let day = 1; day <= 4; day++) {
        left += waiting[day - 1] ?? 0;
        const [gone, stayed] = [curve.converted[day] ?? 0, (curve.atRisk[day] ?? 0) - (curve.converted[day] ?? 0)];
        left = drawHits(left, drawBeta(stayed, gone + 0.5 / 4, random), random);
      }
      sum += left;
      squares += left * left;
    }
    const { mean, variance } = stillWaiting({ open: waiting, lastDay: 4, dayElapsed: 0 }, curve);
    // Three standard errors of the simulation are 0.015 and 0.05.
    expect(Math.abs(sum / draws - mean)).toBeLessThan(0.015);
    expect(Math.abs(squares / draws - (sum / draws) ** 2 - variance)).toBeLessThan(0.05);
  });

  const histogram = fc.array(
    fc.record({ converted: fc.boolean(), days: fc.nat(15), rows: fc.integer({ min: 1, max: 9 }) }),
    { minLength: 1, maxLength: 25 },
  );

  it('expects what Kaplan and Meier do', () => {
    fc.assert(
      fc.property(histogram, fc.nat(14), (rows, day) => {
        const curve = conversionCurve(rows);
        const lastDay = curve.atRisk.length - 1;
        if (day >= lastDay) return;
        const at = (done: boolean) =>
          Array.from({ length: lastDay + 1 }, (_, d) =>
            rows.reduce((sum, row) => sum + (row.days === d && row.converted === done ? row.rows : 0), 0),
          );
        const points = kaplanMeier({ time: at(true).map((_, d) => d), events: at(true), censored: at(false) });
        const [now, end] = [points[day]?.survival ?? 0, points[lastDay]?.survival ?? 0];
        const waiting = Array.from({ length: lastDay }, (_, d) => (d === day ? 10 : 0));
        const { value } = stillWaiting({ open: waiting, lastDay, dayElapsed: 0 }, curve);
        expect(value).toBeCloseTo(now === 0 ? 10 : (10 * end) / now, 9);
      }),
      { endOnFailure: true },
    );
  });

  it('takes half of a day off those who have half of it behind them', () => {
    // Nobody is censored on the way, so that only the 10 of the cohort count: five of them have day 1 behind them.
    const curve = conversionCurve([converted(1, 40), open(2, 60)]);
    const { value } = stillWaiting({ open: [10, 0], lastDay: 2, dayElapsed: 0.5 }, curve);
    expect(value).toBeCloseTo(5 * 0.6 + 5, 12);
    // 20 others in the middle of day 1 count as 10 that were watched through it.
    const more = conversionCurve([converted(1, 40), open(2, 60), open(0, 20)]);
    expect(stillWaiting({ open: [10, 0], lastDay: 2, dayElapsed: 0.5 }, more).value).toBeCloseTo(
      5 * (70 / 110) + 5,
      12,
    );
  });

  it('leaves a conversion possible where nobody has converted, by half of one', () => {
    const curve = conversionCurve([open(30, 100)]);
    const { value, mean, variance } = stillWaiting({ open: [10], lastDay: 30, dayElapsed: 0 }, curve);
    expect(value).toBe(10);
    // Half a conversion in 100 leads: 10 of them bring 0.05.
    expect(10 - mean).toBeCloseTo(0.05, 3);
    expect(variance).toBeGreaterThan(0.05);
  });

  it('keeps whoever has no day left', () => {
    const curve = conversionCurve([converted(1, 40), open(2, 60)]);
    expect(stillWaiting({ open: [], lastDay: 2, dayElapsed: 0 }, curve)).toEqual({ value: 0, mean: 0, variance: 0 });
  });
});
