import { expect, test } from 'vitest';
import { oracle } from './fixtures/oracle.ts';
import { kaplanMeier } from './kaplan-meier.ts';

test.each(oracle.durations)('agrees with survfit: $name', ({ time, events, censored, kaplanMeier: expected }) => {
  const curve = kaplanMeier({ time, events: anyEnd(events), censored });
  expect(curve.map((point) => point.time)).toEqual(time);
  for (const [index, point] of curve.entries()) {
    expect(point.survival).toBeCloseTo(expected.survival[index] ?? Number.NaN, 12);
    expect(Math.sqrt(point.variance)).toBeCloseTo(expected.standardError[index] ?? 0, 12);
    if (point.interval === null) {
      // R repeats the interval of the step before, or writes NA, where the scale does not exist.
      expect([0, 1]).toContain(point.survival);
    } else {
      expect(point.interval.low).toBeCloseTo(expected.low[index] ?? Number.NaN, 12);
      expect(point.interval.high).toBeCloseTo(expected.high[index] ?? Number.NaN, 12);
    }
  }
});

test.each(oracle.curves)('agrees with survfit for $subjects subjects', (of) => {
  const curve = kaplanMeier({ time: of.time, events: anyEnd(of.events), censored: of.censored });
  expect(curve[0]?.atRisk).toBe(of.subjects);
  for (const [index, { survival, variance }] of curve.entries()) {
    expect(survival).toBeCloseTo(of.survival[index] ?? Number.NaN, 12);
    // R has no number where nobody is left.
    expect(Math.sqrt(variance)).toBeCloseTo(of.standardError[index] ?? 0, 12);
  }
});

function anyEnd(events: readonly (readonly number[])[]): readonly number[] {
  return (events[0] ?? []).map((_, index) => events.reduce((sum, counts) => sum + (counts[index] ?? 0), 0));
}

test('counts those censored at a time as at risk at it', () => {
  const curve = kaplanMeier({ time: [1, 2], events: [1, 1], censored: [0, 2] });
  expect(curve.map(({ atRisk, survival }) => ({ atRisk, survival }))).toEqual([
    { atRisk: 4, survival: 0.75 },
    { atRisk: 3, survival: 0.5 },
  ]);
});

test('answers no durations with no steps', () => {
  expect(kaplanMeier({ time: [], events: [], censored: [] })).toEqual([]);
});

test.each([
  ['one subject that ends', { time: [3], events: [1], censored: [0] }, [0]],
  ['one subject that is last seen', { time: [3], events: [0], censored: [1] }, [1]],
  ['all censored', { time: [1, 2], events: [0, 0], censored: [5, 5] }, [1, 1]],
  ['all at time 0', { time: [0], events: [4], censored: [0] }, [0]],
  ['times at which nobody is left', { time: [1, 2], events: [2, 0], censored: [0, 0] }, [0, 0]],
])('answers %s, without an interval', (_, histogram, survival) => {
  const curve = kaplanMeier(histogram);
  expect(curve.map((point) => point.survival)).toEqual(survival);
  expect(curve.map(({ variance, interval }) => ({ variance, interval }))).toEqual(
    survival.map(() => ({ variance: 0, interval: null })),
  );
});

test.each([
  [{ time: [2, 1], events: [1, 1], censored: [0, 0] }, 'times-not-increasing'],
  [{ time: [-1], events: [1], censored: [0] }, 'times-not-increasing'],
  [{ time: [1], events: [1, 2], censored: [0] }, 'unequal-lengths'],
  [{ time: [1], events: [0.5], censored: [0] }, 'not-a-count'],
  [{ time: [1], events: [1], censored: [0], confidence: 1 }, 'not-a-probability'],
])('refuses %o as %s', (histogram, code) => {
  expect(() => kaplanMeier(histogram)).toThrow(expect.objectContaining({ code }));
});
