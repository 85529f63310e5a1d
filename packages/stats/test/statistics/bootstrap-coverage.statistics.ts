import { afterAll, expect, it } from 'vitest';
import { bootstrapMean } from '../../src/bootstrap/bootstrap-mean.ts';
import { type RandomSource, seededRandom } from '../../src/bootstrap/random-source.ts';
import { drawNormal } from '../support/random.ts';
import { Figures, percent, range } from './figures.ts';

const figures = new Figures();
afterAll(() => figures.print());

const rounds = 1000;
const kinds: readonly {
  readonly name: string;
  readonly mean: number;
  readonly draw: (random: RandomSource) => number;
}[] = [
  { name: 'even amounts', mean: 0.5, draw: (random) => random() },
  { name: 'exponential amounts', mean: 1, draw: (random) => -Math.log(1 - random()) },
  {
    name: 'lognormal amounts (log sd 1.2)',
    mean: Math.exp(0.72),
    draw: (random) => Math.exp(1.2 * drawNormal(random)),
  },
  {
    name: 'bookings per lead, 10 % won, lognormal (log sd 0.8)',
    mean: 0.1 * Math.exp(0.32),
    draw: (random) => (random() < 0.1 ? Math.exp(0.8 * drawNormal(random)) : 0),
  },
];

it('holds the mean of amounts about as often as it says, and of few skewed ones a little less', () => {
  figures.add(`Bootstrap of a mean: ${rounds} samples a line, 500 resamples, nominal 95 %`);
  for (const [index, { name, mean, draw }] of kinds.entries()) {
    for (const subjects of [60, 300]) {
      const held = { bca: 0, percentile: 0 };
      for (const round of range(rounds)) {
        const random = seededRandom(round * 7 + index);
        const values = Array.from({ length: subjects }, () => ({ value: draw(random), count: 1 }));
        for (const method of ['bca', 'percentile'] as const) {
          const interval = bootstrapMean(values, { random, resamples: 500, method })?.interval;
          if (interval != null && interval.low <= mean && interval.high >= mean) held[method] += 1;
        }
      }
      const [bca, percentile] = [held.bca / rounds, held.percentile / rounds];
      figures.add(`  ${subjects} ${name}: BCa ${percent(bca)}, percentile ${percent(percentile)}`);
      expect(bca).toBeGreaterThan(subjects === 60 ? 0.87 : 0.91);
      expect(bca).toBeLessThan(0.975);
    }
  }
});
