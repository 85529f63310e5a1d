import fc from 'fast-check';
import { expect, test } from 'vitest';
import { binomialQuantile, binomialTails } from './binomial-tails.ts';
import { oracle } from './fixtures/oracle.ts';
import { binomialMass } from './probability-mass.ts';

test('mass and tails agree with dbinom and pbinom, for a million trials too', () => {
  for (const { hits, trials, chance, mass, lower, upper } of oracle.binomial) {
    const place = `${hits} of ${trials} at ${chance}`;
    const tails = binomialTails(hits, { trials, chance });
    expect(Math.abs(binomialMass(hits, trials, chance) - mass), place).toBeLessThanOrEqual(mass * 1e-11);
    expect(Math.abs(tails.lower - lower), place).toBeLessThanOrEqual(1e-13 + lower * 1e-11);
    expect(Math.abs(tails.upper - upper), place).toBeLessThanOrEqual(1e-13 + upper * 1e-11);
  }
});

test('the quantile agrees with qbinom', () => {
  for (const { trials, chance, probability, hits } of oracle.binomialQuantile) {
    expect(binomialQuantile(probability, { trials, chance }), `${probability} of ${trials}, ${chance}`).toBe(hits);
  }
});

test('the quantile is enough, and one fewer is not, however far it lies from where it is likely to be', () => {
  const chances = fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(0, 1e-9, 0.5, 1 - 1e-9, 1));
  const trials = fc.oneof(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 1_000_000 }));
  fc.assert(
    fc.property(trials, chances, chances, (count, chance, probability) => {
      const of = { trials: count, chance };
      const hits = binomialQuantile(probability, of);
      if (hits < count) expect(binomialTails(hits, of).lower).toBeGreaterThanOrEqual(probability);
      if (hits > 0) expect(binomialTails(hits - 1, of).lower).toBeLessThan(probability);
    }),
    { endOnFailure: true, numRuns: 500 },
  );
});

test('is certain where the chance is', () => {
  expect(binomialTails(0, { trials: 5, chance: 0 })).toEqual({ lower: 1, upper: 0 });
  expect(binomialTails(4, { trials: 5, chance: 1 })).toEqual({ lower: 0, upper: 1 });
  expect(binomialQuantile(0.5, { trials: 0, chance: 0.5 })).toBe(0);
  expect(binomialMass(5, 5, 1)).toBe(1);
  expect(binomialMass(1, 5, 0)).toBe(0);
});
