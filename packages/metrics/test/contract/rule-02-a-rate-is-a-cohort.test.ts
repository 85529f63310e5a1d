import { describe, expect, it } from 'vitest';
import { journey } from '../support/journey.ts';
import { onEveryEngine } from '../support/team.ts';

/** Captured in January, and what happened to them in February belongs to January. */
const log = [
  ...journey('ann', { captured: '2026-01-05', mql: '2026-02-03', sal: '2026-02-20' }),
  ...journey('ben', { captured: '2026-01-06', mql: '2026-01-20' }),
  ...journey('cat', { captured: '2026-01-07' }),
  ...journey('dan', { captured: '2026-02-01', mql: '2026-03-01', sal: '2026-03-02' }),
];

describe('rule 2: a rate is a cohort, anchored at the event of its denominator', () => {
  onEveryEngine((open) => {
    it('takes the numerator from the leads of the denominator, whenever they convert', async () => {
      const team = await open(log);
      const request = { metrics: ['captured_to_mql_rate'], by: ['month'] };
      expect(await team.table(request, 'anchor', 'value', 'numerator', 'denominator')).toEqual([
        ['2026-01', 'captured', 2 / 3, 2, 3],
        ['2026-02', 'captured', 1, 1, 1],
      ]);
    });

    it('anchors the rate of a later stage at that stage', async () => {
      const team = await open(log);
      const request = { metrics: ['mql_to_sal_rate'], by: ['month'] };
      expect(await team.table(request, 'anchor', 'value', 'numerator', 'denominator')).toEqual([
        ['2026-01', 'mql', 0, 0, 1],
        ['2026-02', 'mql', 1, 1, 1],
        ['2026-03', 'mql', 1, 1, 1],
      ]);
    });

    it('re-anchors at an earlier stage when asked, without losing anybody', async () => {
      const team = await open(log);
      const request = { metrics: ['mql_to_sal_rate'], by: ['month'], anchor: 'captured' };
      expect(await team.table(request, 'anchor', 'value', 'numerator', 'denominator')).toEqual([
        ['2026-01', 'captured', 1 / 2, 1, 2],
        ['2026-02', 'captured', 1, 1, 1],
      ]);
    });

    it('refuses an anchor after the denominator, which would keep the survivors only', async () => {
      const team = await open(log);
      await expect(team.report({ metrics: ['captured_to_mql_rate'], anchor: 'mql' })).rejects.toThrow(/anchor/i);
    });

    it('never gives a numerator above its denominator', async () => {
      const team = await open(log);
      const rows = await team.report({
        metrics: ['captured_to_mql_rate', 'mql_to_sal_rate', 'lead_to_win_rate'],
        by: ['week'],
      });
      expect(rows.length).toBeGreaterThan(20);
      for (const { numerator, denominator } of rows) expect(numerator).toBeLessThanOrEqual(denominator as number);
    });
  });
});
