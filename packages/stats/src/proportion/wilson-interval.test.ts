import fc from 'fast-check';
import { expect, test } from 'vitest';
import { StatsError } from '../stats-error.ts';
import { oracle } from './fixtures/oracle.ts';
import { wilsonInterval } from './wilson-interval.ts';

test.each(oracle.wilson)(
  'agrees with prop.test for $hits of $trials at $confidence',
  ({ hits, trials, confidence, low, high }) => {
    const interval = wilsonInterval({ hits, trials, confidence });
    expect(interval?.low).toBeCloseTo(low, 12);
    expect(interval?.high).toBeCloseTo(high, 12);
  },
);

test('gives the interval of the Olist leads', () => {
  const interval = wilsonInterval({ hits: 842, trials: 8000 });
  expect(interval?.low.toFixed(4)).toBe('0.0987');
  expect(interval?.high.toFixed(4)).toBe('0.1122');
});

test('answers nothing of nothing with null', () => {
  expect(wilsonInterval({ hits: 0, trials: 0 })).toBeNull();
});

test('ends exactly at 0 and 1', () => {
  expect(wilsonInterval({ hits: 0, trials: 7 })?.low).toBe(0);
  expect(wilsonInterval({ hits: 7, trials: 7 })?.high).toBe(1);
});

test('holds the rate and stays in [0, 1]', () => {
  const counts = fc
    .tuple(fc.nat(2 ** 40), fc.nat(2 ** 40))
    .map(([a, b]) => ({ hits: Math.min(a, b), trials: Math.max(a, b, 1) }));
  fc.assert(
    fc.property(counts, fc.double({ min: 0.01, max: 0.9999, noNaN: true }), ({ hits, trials }, confidence) => {
      const interval = wilsonInterval({ hits, trials, confidence });
      expect(interval).not.toBeNull();
      const { low, high } = interval ?? { low: Number.NaN, high: Number.NaN };
      expect(low).toBeGreaterThanOrEqual(0);
      expect(high).toBeLessThanOrEqual(1);
      expect(low).toBeLessThanOrEqual(hits / trials);
      expect(high).toBeGreaterThanOrEqual(hits / trials);
    }),
  );
});

test.each([
  [{ hits: -1, trials: 3 }, 'not-a-count'],
  [{ hits: 1, trials: 2.5 }, 'not-a-count'],
  [{ hits: Number.NaN, trials: 3 }, 'not-a-count'],
  [{ hits: 4, trials: 3 }, 'more-hits-than-trials'],
  [{ hits: 1, trials: 3, confidence: 95 }, 'not-a-probability'],
])('refuses %o as %s', (proportion, code) => {
  expect(() => wilsonInterval(proportion)).toThrow(expect.objectContaining({ name: 'StatsError', code }));
  expect(() => wilsonInterval(proportion)).toThrow(StatsError);
});
