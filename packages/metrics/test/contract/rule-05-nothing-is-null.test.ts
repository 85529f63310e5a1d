import { describe, expect, it } from 'vitest';
import { amount, captured, won } from '../support/events.ts';
import { journey } from '../support/journey.ts';
import { onEveryEngine } from '../support/team.ts';

describe('rule 5: nothing divided by nothing is null, and an empty period is a row', () => {
  onEveryEngine((open) => {
    it('gives null for a rate, a share and a duration of nobody, and 0 for a count and a sum', async () => {
      const team = await open();
      const metrics = ['captured', 'lead_to_win_rate', 'won_within_30_days', 'days_to_won_median', 'bookings'];
      const rows = await team.table(
        { metrics },
        'metric',
        'value',
        'numerator',
        'denominator',
        'low',
        'high',
        'mature',
      );
      expect(rows).toEqual([
        ['captured', 0, 0, null, null, null, null],
        ['lead_to_win_rate', null, 0, 0, null, null, null],
        ['won_within_30_days', null, 0, 0, null, null, null],
        ['days_to_won_median', null, null, 0, null, null, null],
        ['bookings', 0, 0, null, null, null, null],
      ]);
    });

    it('gives 0, not null, for a rate of which nobody converted', async () => {
      const team = await open([captured('ann', '2026-01-01')]);
      const [row] = await team.report({ metrics: ['lead_to_win_rate'] });
      expect(row).toMatchObject({ value: 0, numerator: 0, denominator: 1, low: 0 });
    });

    it('shows the months without a lead between those with one', async () => {
      const team = await open([captured('ann', '2026-01-15'), captured('ben', '2026-04-15')]);
      expect(await team.table({ metrics: ['captured'], by: ['month'] }, 'value')).toEqual([
        ['2026-01', 1],
        ['2026-02', 0],
        ['2026-03', 0],
        ['2026-04', 1],
      ]);
    });

    it('shows every month of the asked period, for each channel that occurs in it', async () => {
      const team = await open([captured('ann', '2026-02-15', 'email'), captured('ben', '2026-03-15', 'paid')]);
      const request = { metrics: ['captured'], by: ['source.channel', 'month'], from: '2026-01-31', to: '2026-03-31' };
      expect(await team.table(request, 'value')).toEqual([
        ['email', '2026-01', 0],
        ['email', '2026-02', 1],
        ['email', '2026-03', 0],
        ['paid', '2026-01', 0],
        ['paid', '2026-02', 0],
        ['paid', '2026-03', 1],
      ]);
    });

    it('shows the rows of a period in which nothing happened at all', async () => {
      const team = await open([captured('ann', '2026-02-15')]);
      const request = {
        metrics: ['captured', 'lead_to_win_rate'],
        by: ['month'],
        from: '2025-11-01',
        to: '2025-12-31',
      };
      expect(await team.table(request, 'metric', 'value')).toEqual([
        ['2025-11', 'captured', 0],
        ['2025-12', 'captured', 0],
        ['2025-11', 'lead_to_win_rate', null],
        ['2025-12', 'lead_to_win_rate', null],
      ]);
    });

    it('gives metrics of one report the same rows, also where only one of them has anything', async () => {
      const team = await open([
        ...journey('ann', { captured: '2026-01-01' }),
        won('deal', '2026-03-01', ['ann'], amount(10)),
      ]);
      expect(await team.table({ metrics: ['captured', 'bookings'], by: ['month'] }, 'metric', 'value')).toEqual([
        ['2026-01', 'captured', 1],
        ['2026-02', 'captured', 0],
        ['2026-03', 'captured', 0],
        ['2026-01', 'bookings', 0],
        ['2026-02', 'bookings', 0],
        ['2026-03', 'bookings', 1000],
      ]);
    });
  });
});
