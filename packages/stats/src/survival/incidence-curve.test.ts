import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aalenJohansen } from './aalen-johansen.ts';
import { oracle } from './fixtures/oracle.ts';
import { incidenceCurve } from './incidence-curve.ts';

test.each(oracle.curves)('agrees with etm for four ends of $subjects subjects', (of) => {
  const points = new Map(incidenceCurve(of).map((point) => [point.time, point.incidence]));
  expect(of.at.length).toBeGreaterThan(15);
  for (const [index, time] of of.at.entries()) {
    const incidence = points.get(time);
    for (const cause of [0, 1, 2, 3]) {
      const expected = of.variance[cause]?.[index] ?? Number.NaN;
      expect(incidence?.[cause]?.value).toBeCloseTo(of.value[cause]?.[index] ?? Number.NaN, 12);
      expect(Math.abs((incidence?.[cause]?.variance ?? Number.NaN) - expected)).toBeLessThanOrEqual(expected * 1e-9);
    }
  }
});

test('agrees with the several states of survfit at every time', () => {
  const curve = incidenceCurve(oracle.states);
  expect(curve.length).toBe(oracle.states.time.length);
  for (const [index, { incidence }] of curve.entries()) {
    for (const [cause, { value, variance }] of incidence.entries()) {
      expect(value).toBeCloseTo(oracle.states.value[cause]?.[index] ?? Number.NaN, 12);
      expect(Math.sqrt(variance)).toBeCloseTo(oracle.states.standardError[cause]?.[index] ?? Number.NaN, 10);
    }
  }
});

test('says at each time what is said at that horizon', () => {
  const counts = fc.array(fc.tuple(fc.nat(9), fc.nat(9), fc.nat(9)), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(counts, (rows) => {
      const ends = {
        time: rows.map((_, index) => index * 2),
        events: [rows.map(([a]) => a), rows.map(([, b]) => b)],
        censored: rows.map(([, , c]) => c),
      };
      for (const { time, incidence, survival } of incidenceCurve({ ...ends, confidence: 0.9 })) {
        const there = aalenJohansen({ ...ends, confidence: 0.9, horizon: time });
        if (there !== null)
          expect({ incidence, survival }).toEqual({ incidence: there.incidence, survival: there.survival });
      }
    }),
    { endOnFailure: true },
  );
});

test('answers no times with no steps, and no subjects with nothing that has ended', () => {
  expect(incidenceCurve({ time: [], events: [[], []], censored: [] })).toEqual([]);
  const none = { value: 0, variance: 0, interval: null };
  expect(incidenceCurve({ time: [1], events: [[0], [0]], censored: [0] })).toEqual([
    { time: 1, atRisk: 0, incidence: [none, none], survival: 1 },
  ]);
});

test('ends at once when all end at time 0', () => {
  const [point] = incidenceCurve({ time: [0], events: [[3], [1]], censored: [0] });
  expect(point?.survival).toBe(0);
  expect(point?.incidence.map(({ value }) => value)).toEqual([0.75, 0.25]);
  // As a plain share of four.
  expect(point?.incidence[0]?.variance).toBeCloseTo((0.75 * 0.25) / 4, 12);
});

test('refuses what is no histogram', () => {
  const refused = () => incidenceCurve({ time: [1, 2], events: [[1]], censored: [0, 0] });
  expect(refused).toThrow(expect.objectContaining({ code: 'unequal-lengths' }));
});
