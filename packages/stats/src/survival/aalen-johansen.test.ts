import fc from 'fast-check';
import { expect, test } from 'vitest';
import { oracle } from '../fixtures/oracle.ts';
import { aalenJohansen } from './aalen-johansen.ts';
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
      for (const { variance } of result.incidence) expect(variance).toBeGreaterThanOrEqual(0);
    }),
  );
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
