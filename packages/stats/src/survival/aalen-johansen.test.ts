import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aalenJohansen } from './aalen-johansen.ts';
import { oracle } from './fixtures/oracle.ts';
import { kaplanMeier } from './kaplan-meier.ts';

test.each(oracle.durations)(
  'agrees with etm, survfit and cuminc: $name',
  ({ time, events, censored, aalenJohansen: rows }) => {
    for (const row of rows) {
      const found = aalenJohansen({ time, events, censored, horizon: row.horizon })?.incidence[row.cause];
      expect(found?.value).toBeCloseTo(row.value, 12);
      if (row.cuminc !== null) expect(found?.value).toBeCloseTo(row.cuminc, 12);
      expect(found?.variance).toBeCloseTo(row.variance, 12);
      expect(Math.sqrt(found?.variance ?? Number.NaN)).toBeCloseTo(row.survfitSe, 10);
      if (row.value > 0 && row.value < 1) {
        expect(found?.interval?.low).toBeCloseTo(row.low, 12);
        expect(found?.interval?.high).toBeCloseTo(row.high, 12);
      } else {
        expect(found?.interval).toBeNull();
      }
    }
  },
);

const histogram = fc
  .array(fc.record({ gap: fc.integer({ min: 1, max: 9 }), a: fc.nat(20), b: fc.nat(20), c: fc.nat(20) }), {
    maxLength: 30,
  })
  .map((steps) => {
    let now = 0;
    const time = steps.map(({ gap }) => {
      now += gap;
      return now;
    });
    return {
      time,
      events: [steps.map((step) => step.a), steps.map((step) => step.b)],
      censored: steps.map((step) => step.c),
    };
  });

test('parts everybody among the causes and those who have not ended', () => {
  fc.assert(
    fc.property(histogram, fc.nat(200), (ends, horizon) => {
      const result = aalenJohansen({ ...ends, horizon });
      if (result === null) return;
      const parts = result.incidence.reduce((sum, { value }) => sum + value, result.survival);
      expect(parts).toBeCloseTo(1, 9);
      for (const { value, variance, interval } of result.incidence) {
        expect(variance).toBeGreaterThanOrEqual(0);
        if (interval === null) continue;
        expect(interval.low).toBeLessThanOrEqual(value);
        expect(interval.high).toBeGreaterThanOrEqual(value);
      }
      const anyEnd = ends.time.map((_, index) => ends.events.reduce((sum, counts) => sum + (counts[index] ?? 0), 0));
      const curve = kaplanMeier({ time: ends.time, events: anyEnd, censored: ends.censored });
      const last = curve.findLast(({ time }) => time <= horizon);
      expect(result.survival).toBeCloseTo(last?.survival ?? 1, 9);
    }),
    { endOnFailure: true },
  );
});

test('stays within 6 % of the variances of cuminc, which are others, while more than ten are at risk', () => {
  let compared = 0;
  for (const { time, events, censored, aalenJohansen: rows } of oracle.durations) {
    for (const { horizon, variance, cumincVariance } of rows) {
      const left = time.reduce((sum, at, index) => {
        const gone = events.reduce((ends, counts) => ends + (counts[index] ?? 0), censored[index] ?? 0);
        return at > horizon ? sum + gone : sum;
      }, 0);
      if (left <= 10 || cumincVariance === null) continue;
      compared++;
      expect(variance / cumincVariance).toBeGreaterThan(0.94);
      expect(variance / cumincVariance).toBeLessThan(1.06);
    }
  }
  expect(compared).toBeGreaterThan(15);
});

test('is the plain share with its binomial variance when nobody is censored', () => {
  const result = aalenJohansen({
    time: [1, 5],
    events: [
      [3, 2],
      [1, 4],
    ],
    censored: [0, 0],
    horizon: 5,
  });
  expect(result?.incidence[0]?.value).toBeCloseTo(0.5, 12);
  expect(result?.incidence[0]?.variance).toBeCloseTo(0.025, 12);
});

test('is one minus Kaplan-Meier, with its variance, for a single cause', () => {
  const [time, ended, censored] = [
    [1, 2, 4, 8],
    [2, 1, 3, 1],
    [1, 0, 2, 5],
  ];
  const curve = kaplanMeier({ time, events: ended, censored });
  const result = aalenJohansen({ time, events: [ended], censored, horizon: 8 });
  expect(result?.incidence[0]?.value).toBeCloseTo(1 - (curve.at(-1)?.survival ?? Number.NaN), 12);
  expect(result?.incidence[0]?.variance).toBeCloseTo(curve.at(-1)?.variance ?? Number.NaN, 12);
});

test('says when nobody was followed to the horizon', () => {
  const young = { time: [1, 30], events: [[1, 0]], censored: [0, 9] };
  expect(aalenJohansen({ ...young, horizon: 30 })?.isReached).toBe(true);
  expect(aalenJohansen({ ...young, horizon: 90 })?.isReached).toBe(false);
  expect(aalenJohansen({ time: [1], events: [[4]], censored: [0], horizon: 90 })?.isReached).toBe(true);
});

test('answers no subjects with null', () => {
  expect(aalenJohansen({ time: [], events: [[]], censored: [], horizon: 1 })).toBeNull();
  expect(aalenJohansen({ time: [1], events: [[0]], censored: [0], horizon: 1 })).toBeNull();
});

test('refuses a horizon that is no time', () => {
  const ends = { time: [1], events: [[1]], censored: [0] };
  for (const horizon of [-1, Number.NaN, Number.POSITIVE_INFINITY]) {
    expect(() => aalenJohansen({ ...ends, horizon })).toThrow(expect.objectContaining({ code: 'not-a-number' }));
  }
});
