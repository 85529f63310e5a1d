import { expect, test } from 'vitest';
import { oracle } from './fixtures/oracle.ts';
import { kaplanMeier } from './kaplan-meier.ts';
import { survivalMedian, survivalQuantile } from './survival-quantile.ts';

test('agrees with quantile.survfit on sixty samples, bounds that are not reached too', () => {
  let reached = 0;
  let open = 0;
  for (const [sample, of] of oracle.quantiles.entries()) {
    const { time, censored, confidence } = of;
    const curve = kaplanMeier({ time, events: of.events[0] ?? [], censored, confidence });
    for (const [index, p] of of.p.entries()) {
      const place = `sample ${sample} at ${p}`;
      const found = survivalQuantile(curve, p);
      expect(found.value, place).toBe(of.value[index]);
      expect(found.low, place).toBe(of.low[index]);
      expect(found.high, place).toBe(of.high[index]);
      if (found.high === null) open++;
      else reached++;
    }
  }
  expect(Math.min(reached, open)).toBeGreaterThan(50);
});

test('takes the middle of a curve that lies at one half, as R does', () => {
  const curve = kaplanMeier({ time: [1, 2, 4, 8], events: [1, 1, 1, 1], censored: [0, 0, 0, 0] });
  expect(survivalMedian(curve).value).toBe(3);
});

test('answers a time that is not reached with null', () => {
  expect(survivalMedian(kaplanMeier({ time: [1], events: [1], censored: [9] })).value).toBeNull();
  expect(survivalMedian(kaplanMeier({ time: [1, 2], events: [0, 0], censored: [5, 5] }))).toEqual({
    value: null,
    low: null,
    high: null,
  });
  expect(survivalMedian([])).toEqual({ value: null, low: null, high: null });
});

test('answers one subject, and all at time 0, without bounds', () => {
  expect(survivalMedian(kaplanMeier({ time: [7], events: [1], censored: [0] }))).toEqual({
    value: 7,
    low: null,
    high: null,
  });
  expect(survivalQuantile(kaplanMeier({ time: [0], events: [9], censored: [0] }), 0.9).value).toBe(0);
});

test('refuses what is no probability', () => {
  for (const p of [-0.1, 50, Number.NaN]) {
    expect(() => survivalQuantile([], p)).toThrow(expect.objectContaining({ code: 'not-a-probability' }));
  }
});
