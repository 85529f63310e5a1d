import { afterAll, expect, it } from 'vitest';
import { overdispersion } from '../../src/change/overdispersion.ts';
import { rateChange } from '../../src/change/rate-change.ts';
import { simulatedWeeks, type WatchedRate } from '../support/simulated-weeks.ts';
import { Figures, percent, range } from './figures.ts';
import { cellName, watchedCells } from './watched-cells.ts';

const figures = new Figures();
afterAll(() => figures.print());

it('raises a false alarm in at most 5 % of the companies without a change, at every base rate and volume', () => {
  const companies = 1000;
  figures.add(
    `Change of a rate: ${companies} companies a line without any change, 52 looks; at most 5 % may be alarmed`,
  );
  let alarmed = 0;
  for (const [index, cell] of watchedCells.entries()) {
    const here = range(companies).filter(
      (seed) => rateChange(simulatedWeeks(seed * 97 + index, { ...cell, weeks: 52 })).alarmedAt !== null,
    ).length;
    alarmed += here;
    figures.add(`  ${cellName(cell)}: false alarm in ${percent(here / companies)}`);
    expect(here / companies).toBeLessThanOrEqual(0.05);
  }
  const all = watchedCells.length * companies;
  figures.add(`  all ${all} companies: ${percent(alarmed / all, 2)}`);
});

const cell = { rate: 0.3, volume: 100 };

it('keeps the promise over ten years', () => {
  const watched = { ...cell, weeks: 520 };
  const alarmed = range(100).filter((seed) => rateChange(simulatedWeeks(seed, watched)).alarmedAt !== null).length;
  figures.add(`  ${cellName(cell)}, 520 looks: false alarm in ${alarmed} of 100 companies`);
  expect(alarmed).toBeLessThanOrEqual(5);
});

it('has far fewer false alarms in a year than is proven for ever', () => {
  const highest = range(1000).map(
    (seed) => rateChange(simulatedWeeks(seed * 73, { ...cell, weeks: 52 })).highestEvidence,
  );
  for (const alpha of [0.05, 0.2, 0.5]) {
    const share = highest.filter((evidence) => evidence >= 1 / alpha).length / highest.length;
    figures.add(`  ${cellName(cell)}, 52 looks, alpha ${alpha}: false alarm in ${percent(share)} of 1000 companies`);
    expect(share).toBeLessThanOrEqual(0.05);
  }
});

/** Share of 500 companies that raise an alarm. */
function alarmed(watched: WatchedRate, spread: (seed: number) => number): number {
  const seeds = range(500).filter(
    (seed) => rateChange(simulatedWeeks(seed * 83, watched), { overdispersion: spread(seed) }).alarmedAt !== null,
  );
  return seeds.length / 500;
}

it('bears weeks that scatter 1.5 times as much as chance lets them, and any that it is told of', () => {
  figures.add(`Weeks that scatter more than binomial counts, no change; ${cellName(cell)}, 500 companies, 52 looks`);
  for (const spread of [1, 1.25, 1.5, 2, 3]) {
    const watched = { ...cell, weeks: 52, overdispersion: spread };
    const yearBefore = (seed: number) => Math.max(1, overdispersion(simulatedWeeks(seed * 83 + 40_009, watched)) ?? 1);
    const plain = alarmed(watched, () => 1);
    const told = alarmed(watched, () => spread);
    const estimated = alarmed(watched, yearBefore);
    figures.add(
      `  variance ${spread.toFixed(2)} times binomial: false alarm in ${percent(plain)} untold, ${percent(told)} told, ${percent(estimated)} told what the year before shows`,
    );
    if (spread <= 1.5) expect(plain).toBeLessThanOrEqual(0.05);
    expect(told).toBeLessThanOrEqual(0.05);
    expect(estimated).toBeLessThanOrEqual(0.05);
  }
});

it('takes an even drift for what it is: hardly a change when small, a change when large', () => {
  for (const yearly of [0.05, 0.1, 0.3]) {
    const share = alarmed({ ...cell, weeks: 52, growth: (1 + yearly) ** (1 / 52) }, () => 1);
    figures.add(`  a rate that grows evenly by ${percent(yearly, 0)} in the year: alarm in ${percent(share)}`);
    if (yearly === 0.05) expect(share).toBeLessThanOrEqual(0.05);
  }
});
