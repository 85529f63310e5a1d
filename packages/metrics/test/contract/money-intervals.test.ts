import { bootstrapMean, seededRandom } from '@sameteam/stats';
import { describe, expect, it } from 'vitest';
import { agreementWith } from '../support/agreements.ts';
import { amount, captured, won } from '../support/events.ts';
import { onEveryEngine } from '../support/team.ts';

const agreement = agreementWith({ currency: 'EUR', rates: { USD: 0.5 } });

/** Twelve deals of 100, 200, 300 … euros, every third in dollars of half the worth. */
const deals = Array.from({ length: 12 }, (_, index) => [
  captured(`l${index}`, '2026-01-02', index === 11 ? 'fair' : 'search'),
  won(
    `d${index}`,
    '2026-01-05',
    [`l${index}`],
    index % 3 === 0 ? amount(200 * (index + 1), 'USD') : amount(100 * (index + 1)),
  ),
]).flat();

const values = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => ({ value: 10_000 * (from + index), count: 1 }));

describe('means of money', () => {
  onEveryEngine((open) => {
    it('have the bootstrap interval of their amounts in the currency of the agreement, the same every time', async () => {
      const team = await open(deals, { agreement });
      const expected = bootstrapMean(values(1, 12), { random: seededRandom(1) })?.interval;
      for (let time = 0; time < 2; time++) {
        const [row] = await team.report({ metrics: ['average_deal'] });
        expect(row?.value).toBe(65_000);
        expect(row?.low).toBeCloseTo(expected?.low ?? 0, 6);
        expect(row?.high).toBeCloseTo(expected?.high ?? 0, 6);
        expect(row?.low).toBeLessThan(65_000);
      }
    });

    it('are of each group, and have none of fewer than ten deals', async () => {
      const team = await open(deals, { agreement });
      const rows = await team.report({ metrics: ['average_deal'], by: ['source.channel'] });
      const expected = bootstrapMean(values(1, 11), { random: seededRandom(1) })?.interval;
      expect(rows.map(({ dimensions, value }) => [dimensions['source.channel'], value])).toEqual([
        ['fair', 120_000],
        ['search', 60_000],
      ]);
      expect(rows[0]).toMatchObject({ low: null, high: null });
      expect(rows[1]?.high).toBeCloseTo(expected?.high ?? 0, 6);
    });
  });
});
