import fc from 'fast-check';
import { expect, test } from 'vitest';
import { oracle, statsmodels } from './fixtures/oracle.ts';
import { newcombeInterval } from './newcombe-interval.ts';

test.each([
  ['R', oracle.newcombe],
  ['statsmodels', statsmodels.newcombe],
])('agrees with %s', (_, rows) => {
  expect(rows.length).toBeGreaterThan(20);
  for (const { hitsA, trialsA, hitsB, trialsB, confidence, low, high } of rows) {
    const first = { hits: hitsA, trials: trialsA };
    const interval = newcombeInterval(first, { hits: hitsB, trials: trialsB }, { confidence });
    expect(interval?.low).toBeCloseTo(low, 12);
    expect(interval?.high).toBeCloseTo(high, 12);
  }
});

// Newcombe 1998, table II, method 10.
test.each([
  [56, 70, 48, 80, 0.0524, 0.3339],
  [9, 10, 3, 10, 0.1705, 0.809],
  [6, 7, 2, 7, 0.0582, 0.8062],
  [5, 56, 0, 29, -0.0381, 0.1926],
  [0, 10, 0, 20, -0.1611, 0.2775],
  [0, 10, 0, 10, -0.2775, 0.2775],
  [10, 10, 0, 20, 0.6791, 1],
  [10, 10, 0, 10, 0.6075, 1],
])('gives the published interval of %d/%d - %d/%d', (hitsA, trialsA, hitsB, trialsB, low, high) => {
  const interval = newcombeInterval({ hits: hitsA, trials: trialsA }, { hits: hitsB, trials: trialsB });
  expect(Math.abs((interval?.low ?? Number.NaN) - low)).toBeLessThan(0.000051);
  expect(Math.abs((interval?.high ?? Number.NaN) - high)).toBeLessThan(0.000051);
});

test('answers nothing of nothing with null', () => {
  expect(newcombeInterval({ hits: 0, trials: 0 }, { hits: 1, trials: 2 })).toBeNull();
  expect(newcombeInterval({ hits: 1, trials: 2 }, { hits: 0, trials: 0 })).toBeNull();
});

test('holds the difference, stays in [-1, 1] and turns round with its arguments', () => {
  const proportion = fc
    .tuple(fc.nat(2_000_000), fc.nat(2_000_000))
    .map(([a, b]) => ({ hits: Math.min(a, b), trials: Math.max(a, b, 1) }));
  const confidences = fc.double({ min: 0.01, max: 0.9999, noNaN: true });
  fc.assert(
    fc.property(proportion, proportion, confidences, (first, second, confidence) => {
      const there = newcombeInterval(first, second, { confidence });
      const back = newcombeInterval(second, first, { confidence });
      if (there === null || back === null) throw new Error('There were trials.');
      const difference = first.hits / first.trials - second.hits / second.trials;
      expect(there.low).toBeLessThanOrEqual(difference);
      expect(there.high).toBeGreaterThanOrEqual(difference);
      expect(there.low).toBeGreaterThanOrEqual(-1);
      expect(there.high).toBeLessThanOrEqual(1);
      expect(back.low).toBeCloseTo(-there.high, 12);
      expect(back.high).toBeCloseTo(-there.low, 12);
    }),
    { endOnFailure: true },
  );
});

test.each([
  [{ hits: -1, trials: 3 }, 0.95, 'not-a-count'],
  [{ hits: 4, trials: 3 }, 0.95, 'more-hits-than-trials'],
  [{ hits: 1, trials: 3 }, 1, 'not-a-probability'],
])('refuses %o at %d as %s', (proportion, confidence, code) => {
  const fine = { hits: 1, trials: 3 };
  const refusal = expect.objectContaining({ name: 'StatsError', code });
  expect(() => newcombeInterval(proportion, fine, { confidence })).toThrow(refusal);
  expect(() => newcombeInterval(fine, proportion, { confidence })).toThrow(refusal);
});
