import fc from 'fast-check';
import { expect, test } from 'vitest';
import { oracle } from './fixtures/oracle.ts';
import { logRankTest } from './log-rank-test.ts';

test.each(oracle.logRank)('agrees with survdiff: $name', ({ groups, observed, expected, ...of }) => {
  const found = logRankTest(groups);
  expect(found?.degrees).toBe(of.degrees);
  expect(Math.abs((found?.chiSquare ?? Number.NaN) / of.chiSquare - 1)).toBeLessThan(1e-9);
  expect(Math.abs((found?.pValue ?? Number.NaN) / of.pValue - 1)).toBeLessThan(1e-9);
  expect(found?.groups.map((group) => group.observed)).toEqual(observed);
  for (const [i, group] of (found?.groups ?? []).entries()) {
    expect(group.expected).toBeCloseTo(expected[i] ?? Number.NaN, 9);
  }
});

const group = fc
  .array(fc.record({ gap: fc.integer({ min: 1, max: 5 }), ended: fc.nat(9), censored: fc.nat(9) }), { maxLength: 12 })
  .map((rows) => {
    let now = 0;
    return {
      time: rows.map(({ gap }) => {
        now += gap;
        return now;
      }),
      events: rows.map(({ ended }) => ended),
      censored: rows.map(({ censored }) => censored),
    };
  });

test('says the same in any order of the groups, and expects as many as were observed', () => {
  fc.assert(
    fc.property(fc.tuple(group, group, group), (groups) => {
      const found = logRankTest(groups);
      const back = logRankTest(groups.toReversed());
      if (found === null || back === null) {
        expect([found, back]).toEqual([null, null]);
        return;
      }
      expect(back.chiSquare).toBeCloseTo(found.chiSquare, 6);
      expect(back.degrees).toBe(found.degrees);
      expect(found.pValue).toBeGreaterThanOrEqual(0);
      expect(found.pValue).toBeLessThanOrEqual(1);
      const total = (of: 'observed' | 'expected') => found.groups.reduce((sum, each) => sum + each[of], 0);
      expect(total('expected')).toBeCloseTo(total('observed'), 9);
    }),
    { endOnFailure: true },
  );
});

test('cannot tell a group from itself', () => {
  const same = { time: [1, 4, 6], events: [3, 0, 2], censored: [1, 2, 0] };
  expect(logRankTest([same, same])?.chiSquare).toBeCloseTo(0, 12);
  expect(logRankTest([same, same])?.pValue).toBeCloseTo(1, 6);
});

const nobody = { time: [], events: [], censored: [] };
test.each([
  ['nobody', [nobody, nobody]],
  ['one group alone', [{ time: [1], events: [1], censored: [3] }, nobody]],
  ['all censored', [1, 2].map((time) => ({ time: [time], events: [0], censored: [4] }))],
  ['all ended at once', [1, 2].map(() => ({ time: [0], events: [4], censored: [0] }))],
])('answers %s with null', (_, groups) => {
  expect(logRankTest(groups)).toBeNull();
});

test('refuses fewer than two groups, and what is no histogram', () => {
  expect(() => logRankTest([])).toThrow(expect.objectContaining({ code: 'too-few-groups' }));
  const bad = { time: [2, 1], events: [1, 1], censored: [0, 0] };
  expect(() => logRankTest([bad, bad])).toThrow(expect.objectContaining({ code: 'times-not-increasing' }));
});
