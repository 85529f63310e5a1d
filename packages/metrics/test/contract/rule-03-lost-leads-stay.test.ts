import { describe, expect, it } from 'vitest';
import { captured, deal, leadEvent, opened, qualified, won } from '../support/events.ts';
import { onEveryEngine } from '../support/team.ts';

const log = [
  ...['ann', 'ben', 'cat', 'dan', 'eve'].flatMap((lead) => [
    captured(lead, '2026-01-01'),
    qualified(lead, '2026-01-02'),
  ]),
  leadEvent('accepted', 'ann', '2026-01-03'),
  leadEvent('rejected', 'ben', '2026-01-03', { reason: 'wrong_profile' }),
  leadEvent('recycled', 'cat', '2026-01-03', { reason: 'not_ready' }),
  leadEvent('disqualified', 'dan', '2026-01-03', { reason: 'wrong_profile' }),
  opened('o-ann', '2026-01-10', ['ann']),
  won('o-ann', '2026-01-20', ['ann']),
  opened('o-eve', '2026-01-10', ['eve']),
  deal('lost', 'o-eve', '2026-01-20'),
];

describe('rule 3: lost, rejected, recycled and disqualified leads stay in the denominator', () => {
  onEveryEngine((open) => {
    it('keeps them in every rate', async () => {
      const team = await open(log);
      const metrics = ['captured_to_mql_rate', 'mql_to_sal_rate', 'opportunity_to_won_rate', 'lead_to_win_rate'];
      // Of five MQLs ann and eve got a deal, which implies that sales accepted eve too.
      expect(await team.table({ metrics }, 'metric', 'numerator', 'denominator')).toEqual([
        ['captured_to_mql_rate', 5, 5],
        ['mql_to_sal_rate', 2, 5],
        ['opportunity_to_won_rate', 1, 2],
        ['lead_to_win_rate', 1, 5],
      ]);
    });

    it('names them among the leads behind the denominator', async () => {
      const team = await open(log);
      const request = { metrics: ['mql_to_sal_rate'] };
      expect(await team.names(request, { part: 'denominator' })).toEqual(['ann', 'ben', 'cat', 'dan', 'eve']);
      expect(await team.names(request, { part: 'numerator' })).toEqual(['ann', 'eve']);
    });

    it('takes a win away when the deal is reopened, and gives it back with the next win', async () => {
      const team = await open(log);
      await team.import([deal('reopened', 'o-ann', '2026-02-01')]);
      expect(await team.table({ metrics: ['lead_to_win_rate'] }, 'numerator', 'denominator')).toEqual([[0, 5]]);
      await team.import([won('o-ann', '2026-03-01', [])]);
      expect(await team.table({ metrics: ['won_in_period'], by: ['month'] }, 'value')).toEqual([['2026-03', 1]]);
    });
  });
});
