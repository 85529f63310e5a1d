import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { simulatedWeeks } from '../../test/support/simulated-weeks.ts';
import { StatsError } from '../stats-error.ts';
import { rateChange } from './rate-change.ts';

const weeks = (rates: readonly number[], trials = 200) =>
  rates.map((rate) => ({ hits: Math.round(rate * trials), trials }));
const repeated = (rate: number, times: number) => Array.from({ length: times }, () => rate);
const rise = weeks([...repeated(0.3, 20), ...repeated(0.45, 10)]);

describe('rateChange', () => {
  it('finds a rise, the period it began, and by how much', () => {
    const { alarmedAt, change, limit, highestEvidence, evidence, pValue } = rateChange(rise);
    expect(limit).toBe(20);
    expect(alarmedAt).toBe(21);
    expect(evidence).toBe(highestEvidence);
    expect(pValue).toBe(1 / highestEvidence);
    expect(change).toEqual({
      direction: 'up',
      since: { period: 20, low: 19, high: 21 },
      until: 29,
      // The first three periods taught.
      before: { hits: 17 * 60, trials: 17 * 200 },
      after: { hits: 10 * 90, trials: 10 * 200 },
      ratio: { value: 1.5, low: expect.closeTo(1.2581, 3), high: expect.closeTo(1.7872, 3) },
    });
  });

  it('finds a fall as it finds the rise of what is left', () => {
    const fall = rateChange(rise.map(({ hits, trials }) => ({ hits: trials - hits, trials })));
    expect(fall.alarmedAt).toBe(21);
    expect(fall.evidence / rateChange(rise).evidence).toBeCloseTo(1, 6);
    expect(fall.change?.direction).toBe('down');
    expect(fall.change?.since).toEqual({ period: 20, low: 19, high: 21 });
    expect(fall.change?.ratio.high).toBeLessThan(1);
  });

  it('keeps an alarm when the rate goes back, and describes what was seen', () => {
    const back = [...rise, ...weeks(repeated(0.3, 60))];
    const result = rateChange(back);
    expect(result.alarmedAt).toBe(21);
    expect(result.evidence).toBeLessThan(result.highestEvidence);
    expect(result.change?.direction).toBe('up');
    expect(result.change?.until).toBe(29);
  });

  it('tells the same of a beginning as it did then', () => {
    const all = rateChange(rise);
    for (let looks = 0; looks <= rise.length; looks++) {
      const then = rateChange(rise.slice(0, looks));
      expect(then.alarmedAt).toBe(looks > 21 ? all.alarmedAt : null);
      expect(then.change === null).toBe(looks <= 21);
    }
  });

  it('has no bounds that end after a rate of 0', () => {
    const { change } = rateChange(weeks([...repeated(0, 20), ...repeated(0.45, 10)], 20));
    expect(change?.ratio).toEqual({ value: null, low: expect.any(Number), high: null });
    expect(change?.ratio.low).toBeGreaterThan(1);
    const gone = rateChange(weeks([...repeated(0.45, 20), ...repeated(0, 10)], 20));
    expect(gone.change?.ratio).toMatchObject({ value: 0, low: 0 });
    expect(gone.change?.ratio.high).toBeLessThan(1);
  });

  it('needs more of a change when counts scatter more', () => {
    const plain = rateChange(rise);
    const wide = rateChange(rise, { overdispersion: 4 });
    expect(wide.evidence).toBeLessThan(plain.evidence);
    expect(wide.alarmedAt).toBeGreaterThan(plain.alarmedAt ?? 99);
    expect(wide.change?.before).toEqual(plain.change?.before);
    expect(wide.change?.ratio.low).toBeLessThan(plain.change?.ratio.low ?? 0);
  });

  it('raises no alarm of nothing', () => {
    const nothing = { alarmedAt: null, evidence: 1, highestEvidence: 1, limit: 20, pValue: 1, change: null };
    expect(rateChange([])).toEqual(nothing);
    expect(rateChange(rise.slice(0, 3))).toEqual(nothing);
    expect(rateChange(weeks(repeated(0.3, 50), 0))).toMatchObject({ alarmedAt: null, change: null });
  });

  it('holds the ratio and the period that it gives between their bounds, and never NaN', () => {
    const period = fc.tuple(fc.nat(60), fc.nat(60)).map(([a, b]) => ({ hits: Math.min(a, b), trials: Math.max(a, b) }));
    fc.assert(
      fc.property(
        fc.array(period, { maxLength: 25 }),
        fc.double({ min: 1, max: 3, noNaN: true }),
        (periods, spread) => {
          const result = rateChange(periods, { overdispersion: spread });
          expect(result.evidence).toBeGreaterThanOrEqual(0);
          expect(result.evidence).toBeLessThanOrEqual(result.highestEvidence);
          expect(result.alarmedAt === null).toBe(result.highestEvidence < result.limit);
          if (result.change === null) return;
          const { since, ratio } = result.change;
          expect(since.low).toBeLessThanOrEqual(since.period);
          expect(since.high).toBeGreaterThanOrEqual(since.period);
          expect(ratio.low).toBeLessThanOrEqual((ratio.value ?? Infinity) * (1 + 1e-9));
          expect(ratio.high ?? Infinity).toBeGreaterThanOrEqual((ratio.value ?? 0) * (1 - 1e-9));
        },
      ),
      { endOnFailure: true },
    );
  }, 60_000);

  it('is seldom fooled by 52 looks, and finds a real rise of 30 % (all figures: npm run test:statistics)', () => {
    const seeds = Array.from({ length: 100 }, (_, seed) => seed);
    const watched = { rate: 0.3, volume: 100, weeks: 52 };
    const fooled = seeds.filter((seed) => rateChange(simulatedWeeks(seed, watched)).alarmedAt !== null);
    expect(fooled.length).toBeLessThanOrEqual(2);
    const found = seeds.filter((seed) => {
      const { alarmedAt, change } = rateChange(simulatedWeeks(seed, { ...watched, change: { from: 26, times: 1.3 } }));
      return alarmedAt !== null && alarmedAt >= 26 && change?.direction === 'up';
    });
    expect(found.length).toBeGreaterThanOrEqual(90);
  }, 60_000);

  it.each([
    [[{ hits: 4, trials: 3 }], {}, 'more-hits-than-trials'],
    [[{ hits: 0.5, trials: 3 }], {}, 'not-a-count'],
    [[], { alpha: 5 }, 'not-a-probability'],
    [[], { overdispersion: 0.9 }, 'not-a-spread'],
    [[], { overdispersion: Number.NaN }, 'not-a-spread'],
    [[], { learning: 0 }, 'not-above-zero'],
  ])('refuses %o, %o as %s', (periods, options, code) => {
    expect(() => rateChange(periods, options)).toThrow(expect.objectContaining({ code }));
    expect(() => rateChange(periods, options)).toThrow(StatsError);
  });
});
