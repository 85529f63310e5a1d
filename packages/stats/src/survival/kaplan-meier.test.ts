import { expect, test } from 'vitest';
import { oracle } from '../fixtures/oracle.ts';
import { kaplanMeier } from './kaplan-meier.ts';
import { survivalMedian } from './survival-median.ts';

test.each(oracle.durations)('agrees with survfit: $name', ({ time, events, censored, kaplanMeier: expected }) => {
  const ended = time.map((_, index) => events.reduce((sum, counts) => sum + (counts[index] ?? 0), 0));
  const curve = kaplanMeier({ time, events: ended, censored });
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
  expect(survivalMedian(curve)).toBe(expected.median);
});

test('counts those censored at a time as at risk at it', () => {
  const curve = kaplanMeier({ time: [1, 2], events: [1, 1], censored: [0, 2] });
  expect(curve.map(({ atRisk, survival }) => ({ atRisk, survival }))).toEqual([
    { atRisk: 4, survival: 0.75 },
    { atRisk: 3, survival: 0.5 },
  ]);
});

test('answers no durations with no steps, and a median that is not reached with null', () => {
  expect(kaplanMeier({ time: [], events: [], censored: [] })).toEqual([]);
  expect(survivalMedian([])).toBeNull();
  expect(survivalMedian(kaplanMeier({ time: [1], events: [1], censored: [9] }))).toBeNull();
});

test('takes the middle of a curve that lies at one half, as R does', () => {
  expect(survivalMedian(kaplanMeier({ time: [1, 2, 4, 8], events: [1, 1, 1, 1], censored: [0, 0, 0, 0] }))).toBe(3);
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
