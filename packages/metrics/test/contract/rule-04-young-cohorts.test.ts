import { describe, expect, it } from 'vitest';
import { agreementWith } from '../support/agreements.ts';
import { journey } from '../support/journey.ts';
import { onEveryEngine } from '../support/team.ts';

const agreement = agreementWith({ windows: { lead_to_win: '10d' } });

/**
 * January: four leads, won after 2 and 8 days, two never. February: four leads on the 10th, one won after 2 days.
 */
const log = [
  ...journey('j1', { captured: '2026-01-01', won: '2026-01-03' }),
  ...journey('j2', { captured: '2026-01-01', won: '2026-01-09' }),
  ...journey('j3', { captured: '2026-01-01' }),
  ...journey('j4', { captured: '2026-01-01' }),
  ...journey('f1', { captured: '2026-02-10', won: '2026-02-12' }),
  ...journey('f2', { captured: '2026-02-10' }),
  ...journey('f3', { captured: '2026-02-10' }),
  ...journey('f4', { captured: '2026-02-10' }),
];
const rate = { metrics: ['lead_to_win_rate'], by: ['month'] };

describe('rule 4: young cohorts are not silently low', () => {
  onEveryEngine((open) => {
    it('says that a cohort is not mature, and what it is expected to become', async () => {
      const team = await open(log, { agreement });
      const rows = await team.table(
        { ...rate, asOf: '2026-02-14T00:00:00Z' },
        'value',
        'mature',
        'projected',
        'clause',
      );
      // Product limit over all eight: at day 2 two of 8 convert (S = 6/8). On day 4 the three open ones of February
      // are watched no longer. At day 8 one of the remaining three converts: S(10) = 6/8 x 2/3 = 1/2.
      // Each open lead of February has passed day 4, S(4) = 3/4: it converts by day 10 with 1 - (1/2)/(3/4) = 1/3.
      // Projected: (1 + 3 x 1/3) / 4 = 1/2.
      expect(rows).toEqual([
        ['2026-01', 2 / 4, true, null, 'windows.lead_to_win'],
        ['2026-02', 1 / 4, false, expect.closeTo(1 / 2, 12), 'windows.lead_to_win'],
      ]);
    });

    it('is mature from the instant at which the youngest lead has had its window, and the month is over', async () => {
      const team = await open(log, { agreement });
      const matureAt = async (asOf: string) =>
        (await team.table({ ...rate, asOf }, 'mature')).map(([, mature]) => mature);
      expect(await matureAt('2026-02-20T00:00:00Z')).toEqual([true, false]);
      expect(await matureAt('2026-02-28T23:59:59.998Z')).toEqual([true, false]);
      expect(await matureAt('2026-02-28T23:59:59.999Z')).toEqual([true, true]);
      expect(await matureAt('2026-03-01T00:00:00Z')).toEqual([true, true]);
    });

    it('has seen the whole of a period that ends on the day as of which it is asked', async () => {
      const berlin = agreementWith({ windows: { lead_to_win: '10d' }, timeZone: 'Europe/Berlin' });
      const team = await open(log, { agreement: berlin });
      const mature = async (period: { readonly to: string; readonly asOf: string }) =>
        (await team.table({ metrics: ['lead_to_win_rate'], from: '2026-02-01', ...period }, 'mature'))[0]?.[0];
      expect(await mature({ to: '2026-02-28', asOf: '2026-02-28' })).toBe(true);
      expect(await mature({ to: '2026-02-28', asOf: '2026-02-28T22:59:59.998Z' })).toBe(false);
      expect(await mature({ to: '2026-03-01', asOf: '2026-02-28' })).toBe(false);
    });

    it('has not seen the whole of a day whose last hour comes twice', async () => {
      // In Santiago the clocks go from 24:00 of 4 April 2026 back to 23:00.
      const santiago = agreementWith({ windows: { lead_to_win: '10d' }, timeZone: 'America/Santiago' });
      const team = await open(log, { agreement: santiago });
      const mature = async (asOf: string) =>
        (await team.table({ metrics: ['lead_to_win_rate'], to: '2026-04-04', asOf }, 'mature'))[0]?.[0];
      expect(await mature('2026-04-05T02:59:59.999Z')).toBe(false);
      expect(await mature('2026-04-05T03:59:59.999Z')).toBe(true);
      expect(await mature('2026-04-04')).toBe(true);
    });

    it('takes 90 days where the agreement says nothing', async () => {
      const team = await open(journey('ann', { captured: '2026-01-01' }));
      const matureAt = async (asOf: string) =>
        (await team.table({ metrics: ['lead_to_win_rate'], asOf }, 'mature', 'clause'))[0];
      expect(await matureAt('2026-03-31T23:59:59.999Z')).toEqual([false, 'windows.default']);
      expect(await matureAt('2026-04-01T00:00:00Z')).toEqual([true, 'windows.default']);
    });

    it('judges a share within a limit by its own limit, and projects only what comes within it', async () => {
      const team = await open([
        ...journey('late', { captured: '2026-01-01', won: '2026-02-20' }),
        ...journey('soon', { captured: '2026-01-01', won: '2026-01-10' }),
        ...journey('open1', { captured: '2026-01-01' }),
        ...journey('open2', { captured: '2026-01-01' }),
        ...journey('young', { captured: '2026-06-01' }),
      ]);
      const request = { metrics: ['won_within_30_days'], asOf: '2026-06-02T00:00:00Z' };
      // Of four that were watched for 30 days one converted: young does with 1/4. late never counts: (1 + 1/4) / 5.
      expect(await team.table(request, 'value', 'numerator', 'mature', 'projected')).toEqual([
        [1 / 5, 1, false, expect.closeTo(1 / 4, 12)],
      ]);
    });

    it('counts a conversion at the very end of the limit in the projection as in the share', async () => {
      const team = await open([
        ...journey('exact', { captured: '2026-01-01', won: '2026-01-31' }),
        ...journey('never', { captured: '2026-01-01' }),
        ...journey('young', { captured: '2026-06-01' }),
      ]);
      const request = {
        metrics: ['won_within_30_days'],
        from: '2026-06-01',
        to: '2026-06-01',
        asOf: '2026-06-02T00:00:00Z',
      };
      expect(await team.table(request, 'value', 'projected')).toEqual([[0, expect.closeTo(1 / 2, 12)]]);
    });

    it('projects by the leads of the same group', async () => {
      const team = await open(
        [
          ...journey('e0', { captured: '2026-01-01', channel: 'email' }),
          ...journey('e1', { captured: '2026-01-01', won: '2026-01-03', channel: 'email' }),
          ...journey('e2', { captured: '2026-02-10', channel: 'email' }),
          ...journey('p1', { captured: '2026-01-01', channel: 'paid' }),
          ...journey('p2', { captured: '2026-02-10', channel: 'paid' }),
        ],
        { agreement },
      );
      const request = { ...rate, by: ['source.channel', 'month'], from: '2026-02-01', asOf: '2026-02-11T00:00:00Z' };
      // Of the two of January's mail that were watched beyond the first day one converted; of the paid nobody.
      expect(await team.table(request, 'value', 'projected')).toEqual([
        ['email', '2026-02', 0, expect.closeTo(1 / 2, 12)],
        ['paid', '2026-02', 0, 0],
      ]);
    });

    it('projects nothing when nobody has been watched for the whole window', async () => {
      const team = await open([
        ...journey('ann', { captured: '2026-01-01', won: '2026-01-02' }),
        ...journey('ben', { captured: '2026-01-01' }),
      ]);
      const [row] = await team.report({ metrics: ['lead_to_win_rate'], asOf: '2026-01-10' });
      expect(row).toMatchObject({ value: 1 / 2, mature: false, projected: null });
    });

    it('projects for a window that is given in hours', async () => {
      const hours = agreementWith({ windows: { lead_to_win: '36h' } });
      const team = await open(
        [
          ...journey('old', { captured: '2026-01-01', won: '2026-01-02' }),
          ...journey('never', { captured: '2026-01-01' }),
          ...journey('new', { captured: '2026-06-01' }),
        ],
        { agreement: hours },
      );
      const [row] = await team.report({ ...rate, from: '2026-06-01', asOf: '2026-06-01T06:00:00Z' });
      expect(row).toMatchObject({ value: 0, mature: false, projected: expect.closeTo(1 / 2, 12) });
    });

    it('asks maturity of rates and durations only', async () => {
      const team = await open(log);
      const metrics = ['captured', 'won', 'bookings', 'days_to_won_median'];
      expect(await team.table({ metrics, asOf: '2026-02-14' }, 'metric', 'mature')).toEqual([
        ['captured', null],
        ['won', null],
        ['bookings', null],
        ['days_to_won_median', false],
      ]);
    });
  });
});
