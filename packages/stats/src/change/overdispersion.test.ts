import { expect, it } from 'vitest';
import { simulatedWeeks } from '../../test/support/simulated-weeks.ts';
import { overdispersion } from './overdispersion.ts';

it('is the mean squared difference of neighbours in units of its binomial variance', () => {
  // A rate of 0.3 in all. Differences 0.12 and -0.06; the variance of each is 0.21 x 2 / 100.
  const periods = [24, 36, 30].map((hits) => ({ hits, trials: 100 }));
  expect(overdispersion(periods)).toBeCloseTo((0.12 ** 2 + 0.06 ** 2) / 2 / (0.21 * 0.02), 12);
  expect(overdispersion([...periods, { hits: 0, trials: 0 }])).toBe(overdispersion(periods));
});

it.each([1, 2, 4])('finds an overdispersion of %d in many weeks, a step in them or not', (truth) => {
  const watched = { rate: 0.3, volume: 100, weeks: 4000, overdispersion: truth };
  expect((overdispersion(simulatedWeeks(1, watched)) ?? 0) / truth).toBeCloseTo(1, 1);
  const step = { ...watched, change: { from: 2000, times: 1.1 } };
  expect((overdispersion(simulatedWeeks(2, step)) ?? 0) / truth).toBeCloseTo(1, 1);
});

it('is unknown of fewer than two periods, and where all or none hit', () => {
  expect(overdispersion([])).toBeNull();
  expect(
    overdispersion([
      { hits: 1, trials: 2 },
      { hits: 0, trials: 0 },
    ]),
  ).toBeNull();
  expect(
    overdispersion([
      { hits: 2, trials: 2 },
      { hits: 1, trials: 1 },
    ]),
  ).toBeNull();
  expect(
    overdispersion([
      { hits: 0, trials: 2 },
      { hits: 0, trials: 1 },
    ]),
  ).toBeNull();
});
