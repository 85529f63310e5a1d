import { afterAll, describe, expect, it } from 'vitest';
import { conversionCurve } from '../../src/projection/conversion-curve.ts';
import { projectedConversion } from '../../src/projection/projected-conversion.ts';
import { type CohortCompany, cohortCalendar, simulatedCohorts } from '../support/simulated-cohorts.ts';
import { Figures, percent, range } from './figures.ts';

const seeds = 1000;
const figures = new Figures();
afterAll(() => figures.print());

interface Scored {
  held: number;
  /** Conversions still to come, absolute errors and lengths of intervals, summed up. */
  toCome: number;
  error: number;
  naiveError: number;
  bias: number;
  width: number;
}

/** The cohorts of all seeds, the youngest first. */
function score(company: CohortCompany, dayElapsed: number): readonly Scored[] {
  const ages = cohortCalendar.windowDays / cohortCalendar.cohortDays;
  const scores = range(ages).map(() => ({ held: 0, toCome: 0, error: 0, naiveError: 0, bias: 0, width: 0 }));
  for (const seed of range(seeds)) {
    const { reference, cohorts } = simulatedCohorts(seed * 101 + 7, company);
    const curve = conversionCurve(reference);
    for (const [age, { rows, leads, converted, realised }] of cohorts.entries()) {
      const projected = projectedConversion(rows, { curve, windowDays: cohortCalendar.windowDays, dayElapsed });
      const it = scores[age];
      if (projected === null || it === undefined) throw new Error(`no projection for seed ${seed}`);
      const rate = realised / leads;
      it.held += projected.low <= rate + 1e-12 && rate <= projected.high + 1e-12 ? 1 / seeds : 0;
      it.toCome += (realised - converted) / seeds;
      it.error += Math.abs(projected.value - rate) / seeds;
      it.naiveError += Math.abs(converted / leads - rate) / seeds;
      it.bias += (projected.value - rate) / seeds;
      it.width += (projected.high - projected.low) / seeds;
    }
  }
  return scores;
}

function printScores(title: string, scores: readonly Scored[]): number {
  figures.add(`  ${title}`);
  for (const [age, it] of scores.entries()) {
    const days = `${age * 30} to ${(age + 1) * 30} days`.padEnd(13);
    figures.add(
      `    ${days}: held ${percent(it.held)}; ${it.toCome.toFixed(1).padStart(5)} conversions to come; mean error ${percent(it.error, 2)} (naive rate ${percent(it.naiveError, 2)}), bias ${percent(it.bias, 2)}, mean width ${percent(it.width)}`,
    );
  }
  const all = scores.reduce((sum, { held }) => sum + held / scores.length, 0);
  figures.add(`    all young cohorts: held ${percent(all)}`);
  return all;
}

const { leads, days, windowDays, asOfDay } = cohortCalendar;
figures.add(`Projection of young cohorts of 30 days, nominal 95 %: ${seeds} companies of ${leads} leads, no drift`);

describe(`companies of ${leads} leads in ${days} days, looked at on day ${asOfDay}, window of ${windowDays} days`, () => {
  it.each([
    { name: '30 % convert, half of them in 20 days', rate: 0.3, medianDays: 20, sigma: 1 },
    { name: '6 % convert, half of them in 40 days', rate: 0.06, medianDays: 40, sigma: 1 },
    { name: '50 % convert, half of them in 3 days', rate: 0.5, medianDays: 3, sigma: 1.5 },
    { name: '80 % convert, half of them in 10 days', rate: 0.8, medianDays: 10, sigma: 1 },
    { name: '1 % convert, half of them in 40 days', rate: 0.01, medianDays: 40, sigma: 0.8 },
  ])('$name: the interval holds what comes to pass in 93 to 97 % of 1,000 seeds', ({ name, ...company }) => {
    const scores = score(company, 0.5);
    const all = printScores(name, scores);
    for (const held of [all, ...scores.map((score) => score.held)]) {
      expect(held).toBeGreaterThanOrEqual(0.93);
      expect(held).toBeLessThanOrEqual(0.97);
    }
    for (const { toCome, error, naiveError } of scores) if (toCome >= 4) expect(error).toBeLessThan(naiveError);
  });

  it('shows what is lost without the half of a day that young leads have behind them', () => {
    printScores(
      '50 % convert, half of them in 3 days, dayElapsed 0',
      score({ rate: 0.5, medianDays: 3, sigma: 1.5 }, 0),
    );
  });

  it('shows what a drift within the window does', () => {
    figures.add(
      '\nThe same with a drift: leads of the last 90 days convert less often than those before, which nobody can know',
    );
    for (const drift of [0.9, 0.7]) {
      const title = `30 % convert, of the young ${percent(0.3 * drift, 0)}`;
      const scores = score({ rate: 0.3, medianDays: 20, sigma: 1, drift }, 0.5);
      printScores(title, scores);
      for (const { error, naiveError, toCome } of scores) if (toCome >= 4) expect(error).toBeLessThan(naiveError);
    }
  });
});
