import { describe, expect, it } from 'vitest';
import { after, journey } from '../../test/support/journey.ts';
import { onEveryEngine } from '../../test/support/team.ts';

/**
 * Ten leads each of six months, of which every second one converts 10 days after its capture. As of 5 July those of June were
 * watched for 34 days and less, and no conversion of theirs is to come.
 */
const days = [0, 31, 59, 90, 120, 151];
const log = days.flatMap((first, month) =>
  Array.from({ length: 10 }, (_, index) =>
    journey(`m${month} ${index}`, {
      captured: after(first + index),
      ...(index % 2 === 0 ? { mql: after(first + index + 10) } : {}),
      channel: index % 3 === 0 ? 'email' : 'paid',
    }),
  ).flat(),
);

describe('withProjections', () => {
  onEveryEngine((open) => {
    it('gives young cohorts what they are expected to come to, with an interval around it, and old ones nothing', async () => {
      const team = await open(log);
      const request = { metrics: ['captured_to_mql_rate'], by: ['month'], asOf: '2026-07-05' };
      const rows = await team.report(request);
      expect(rows.map(({ dimensions, mature }) => [dimensions.month, mature])).toEqual([
        ['2026-01', true],
        ['2026-02', true],
        ['2026-03', true],
        ['2026-04', false],
        ['2026-05', false],
        ['2026-06', false],
      ]);
      for (const { mature, value, projected, projectedLow, projectedHigh } of rows) {
        if (mature === true) {
          expect([projected, projectedLow, projectedHigh]).toEqual([null, null, null]);
          continue;
        }
        expect(projected).toBeCloseTo(value ?? Number.NaN, 12);
        expect(projectedLow).toBeLessThanOrEqual(projected ?? Number.NaN);
        expect(projectedHigh).toBeGreaterThanOrEqual(projected ?? Number.NaN);
        expect(projectedLow).toBeGreaterThanOrEqual(value ?? Number.NaN);
        expect(projectedHigh).toBeLessThanOrEqual(1);
      }
    });

    it('expects of a cohort in its midst what is still to come', async () => {
      const team = await open(log);
      // As of 8 June the leads of June are too young to have converted: half of them are expected to.
      const request = { metrics: ['captured_to_mql_rate'], from: '2026-06-01', to: '2026-06-30', asOf: '2026-06-08' };
      const [row] = await team.report(request);
      expect(row).toMatchObject({ value: 0, denominator: 8, mature: false });
      expect(row?.projected).toBeCloseTo(0.5, 1);
      expect(row?.projectedLow).toBeLessThan(0.5);
      expect(row?.projectedHigh).toBeGreaterThan(0.5);
      expect(row?.projectedHigh).toBeLessThanOrEqual(1);
    });

    it('judges by all of the same group, those before the period too', async () => {
      const team = await open(log);
      const request = {
        metrics: ['captured_to_mql_rate'],
        by: ['source.channel'],
        from: '2026-06-01',
        to: '2026-06-30',
        asOf: '2026-06-08',
      };
      const rows = await team.report(request);
      expect(rows.map(({ dimensions, value }) => [dimensions['source.channel'], value])).toEqual([
        ['email', 0],
        ['paid', 0],
      ]);
      // By hand: of email 0, 3, 6, 9 the even ones convert, 2 of 4; of paid 1, 2, 4, 5, 7, 8 those are 3 of 6.
      for (const { projected } of rows) expect(projected).toBeCloseTo(0.5, 1);
    });
  });
});
