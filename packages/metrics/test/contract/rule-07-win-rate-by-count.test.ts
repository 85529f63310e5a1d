import { describe, expect, it } from 'vitest';
import { amount, captured, deal, opened, won } from '../support/events.ts';
import { onEveryEngine } from '../support/team.ts';

describe('rule 7: win rates are by count; by amount is another metric with another name', () => {
  onEveryEngine((open) => {
    it('gives one large and three small deals the same weight', async () => {
      const leads = ['ann', 'ben', 'cat', 'dan'];
      const team = await open([
        ...leads.map((lead) => captured(lead, '2026-01-01')),
        ...leads.map((lead, index) => opened(`o-${lead}`, '2026-01-02', [lead], amount(index === 0 ? 1_000_000 : 100))),
        won('o-ann', '2026-02-01', []),
      ]);
      const metrics = ['opportunity_to_won_rate', 'lead_to_win_rate', 'bookings'];
      expect(await team.table({ metrics }, 'metric', 'unit', 'value')).toEqual([
        ['opportunity_to_won_rate', 'ratio', 0.25],
        ['lead_to_win_rate', 'ratio', 0.25],
        ['bookings', 'money', 100_000_000],
      ]);
    });

    it('names the share of deals and the share of money apart, each over what was closed', async () => {
      const team = await open([
        opened('large', '2026-01-02', ['ann'], amount(1_000_000)),
        opened('small', '2026-01-02', ['ann'], amount(100)),
        won('large', '2026-02-01', []),
        deal('lost', 'small', '2026-02-01'),
        // Open: in neither.
        opened('open', '2026-01-02', ['ann'], amount(5_000_000)),
      ]);
      const metrics = ['win_rate', 'win_rate_by_amount'];
      expect(await team.table({ metrics }, 'metric', 'value', 'numerator', 'denominator')).toEqual([
        ['win_rate', 1 / 2, 1, 2],
        ['win_rate_by_amount', 10_000 / 10_001, 100_000_000, 100_010_000],
      ]);
    });
  });
});
