import { expect, it } from 'vitest';
import { seededRandom } from '../bootstrap/random-source.ts';
import { StatsError } from '../stats-error.ts';
import { arrivalQuantile } from './arrival-quantile.ts';

const z = 1.959963984540054;

it('is the quantile of those who arrived where nothing is censored before the horizon', () => {
  const time = [1, 2, 3, 4, 5, 60];
  const events = [10, 20, 30, 20, 20, 0];
  const censored = [0, 0, 0, 0, 0, 400];
  expect(arrivalQuantile({ time, events, censored, p: 0.5, horizon: 30 })).toEqual({ value: 3, low: 3, high: 3 });
  expect(arrivalQuantile({ time, events, censored, p: 0.9, horizon: 30 })).toEqual({ value: 5, low: 5, high: 5 });
  // By the day, half of the 100 have arrived two thirds through the third day.
  const byDay = arrivalQuantile({ time, events, censored, p: 0.5, horizon: 30, step: 1 });
  expect(byDay?.value).toBeCloseTo(2 + 2 / 3, 12);
  expect([byDay?.low, byDay?.high]).toEqual([2, 3]);
});

it('has the bounds of the log odds of a binomial share then', () => {
  // 40 arrive in ten equal steps; by step k a share k / 10 has, with a standard error of √(1/a + 1/b) on that scale.
  const time = [...Array.from({ length: 10 }, (_, index) => index + 1), 99];
  const events = time.map((at) => (at === 99 ? 0 : 4));
  const censored = time.map((at) => (at === 99 ? 160 : 0));
  const bound = (share: number, sign: number) =>
    1 /
    (1 + Math.exp(-(Math.log(share / (1 - share)) + sign * z * Math.sqrt(1 / (40 * share) + 1 / (40 * (1 - share))))));
  const low = time.find((at) => bound(at / 10, 1) >= 0.5);
  const high = time.find((at) => bound(at / 10, -1) >= 0.5);
  expect(arrivalQuantile({ time, events, censored, p: 0.5, horizon: 20 })).toEqual({ value: 5, low, high });
});

it('counts those who are still on their way, by hand', () => {
  // 10 start. 2 arrive on day 1; 4 are seen for 1 day only; of the 4 left, 2 arrive on day 10; 2 are watched for 20 days.
  // F(1) = 0.2, F(10) = 0.2 + 0.8 × 2/4 = 0.6: by day 1 a third of all who arrive has, and half come within day 10.
  const histogram = { time: [1, 10, 20], events: [2, 2, 0], censored: [4, 0, 2] };
  const half = arrivalQuantile({ ...histogram, p: 0.5, horizon: 20, step: 1 });
  expect(half?.value).toBeCloseTo(9 + (0.5 - 1 / 3) / (2 / 3), 12);
  expect([half?.low, half?.high]).toEqual([null, null]);
  expect(arrivalQuantile({ ...histogram, p: 0.3, horizon: 20 })?.value).toBe(1);
});

it('is null where the horizon was not watched, or nobody arrived', () => {
  const histogram = { time: [1, 10], events: [5, 0], censored: [0, 5] };
  expect(arrivalQuantile({ ...histogram, p: 0.5, horizon: 11 })).toBeNull();
  expect(arrivalQuantile({ ...histogram, p: 0.5, horizon: 10 })).not.toBeNull();
  expect(arrivalQuantile({ time: [3, 10], events: [0, 0], censored: [1, 5], p: 0.5, horizon: 5 })).toBeNull();
  expect(arrivalQuantile({ time: [], events: [], censored: [], p: 0.5, horizon: 5 })).toBeNull();
  expect(arrivalQuantile({ time: [1], events: [8], censored: [0], p: 0.5, horizon: 90 })?.value).toBe(1);
});

it('refuses what is no share and no horizon', () => {
  const histogram = { time: [1], events: [1], censored: [0] };
  expect(() => arrivalQuantile({ ...histogram, p: 1, horizon: 5 })).toThrow(StatsError);
  expect(() => arrivalQuantile({ ...histogram, p: 0.5, horizon: 0 })).toThrow(StatsError);
});

it('holds the true median 95 % of the time, where a plain one is too quick', { timeout: 60_000 }, () => {
  const random = seededRandom(7);
  // 60 % arrive, after exponential times of mean 20; everybody is watched for 5 to 90 days, the horizon is 80.
  const truth = -20 * Math.log(1 - 0.5 * (1 - Math.exp(-80 / 20)));
  const [runs, size] = [600, 400];
  let held = 0;
  let plainTooQuick = 0;
  for (let run = 0; run < runs; run++) {
    const counts = new Map<number, { events: number; censored: number }>();
    const arrived: number[] = [];
    for (let lead = 0; lead < size; lead++) {
      const watched = 5 + 85 * random();
      const takes = random() < 0.6 ? -20 * Math.log(1 - random()) : Number.POSITIVE_INFINITY;
      const isIn = takes <= watched;
      if (isIn) arrived.push(takes);
      const at = isIn ? Math.ceil(takes) : Math.floor(watched);
      const known = counts.get(at) ?? { events: 0, censored: 0 };
      known[isIn ? 'events' : 'censored'] += 1;
      counts.set(at, known);
    }
    const time = [...counts.keys()].sort((a, b) => a - b);
    const events = time.map((at) => counts.get(at)?.events ?? 0);
    const censored = time.map((at) => counts.get(at)?.censored ?? 0);
    const found = arrivalQuantile({ time, events, censored, p: 0.5, horizon: 80, step: 1 });
    if (found !== null && (found.low ?? 99) <= truth && truth <= (found.high ?? 0)) held++;
    arrived.sort((a, b) => a - b);
    if ((arrived[Math.floor(arrived.length / 2)] ?? 0) < truth) plainTooQuick++;
  }
  expect(held / runs).toBeGreaterThan(0.94);
  expect(plainTooQuick / runs).toBeGreaterThan(0.85);
});
