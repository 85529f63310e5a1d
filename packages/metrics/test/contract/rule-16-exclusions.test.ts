import { describe, expect, it } from 'vitest';
import { agreementWith } from '../support/agreements.ts';
import { amount, captured, leadEvent, won } from '../support/events.ts';
import { journey } from '../support/journey.ts';
import { onEveryEngine } from '../support/team.ts';

const agreement = agreementWith({
  exclusions: [
    { id: 'rivals', when: { field: 'source.channel', is: 'rival' } },
    {
      id: 'students',
      when: { all: [{ field: 'lead.product', is: 'thesis' }, { not: { field: 'source.medium', exists: true } }] },
    },
  ],
});

const log = [
  ...journey('ann', { captured: '2026-01-01', won: '2026-02-01', channel: 'email' }),
  ...journey('ben', { captured: '2026-01-02', channel: 'email' }),
  ...journey('riva', { captured: '2026-01-03', won: '2026-02-03', channel: 'rival' }),
  ...journey('rico', { captured: '2026-02-04', channel: 'rival' }),
  leadEvent('captured', 'stu', '2026-01-05', { product: 'thesis', source: { channel: 'email' } }),
  leadEvent('captured', 'sam', '2026-01-06', { product: 'thesis', source: { channel: 'email', medium: 'cpc' } }),
];

describe('rule 16: an exclusion takes a lead out of numerator and denominator, and says how many it took', () => {
  onEveryEngine((open) => {
    it('takes excluded leads out of counts, rates and durations', async () => {
      const team = await open(log, { agreement });
      const metrics = ['captured', 'won', 'lead_to_win_rate', 'won_within_90_days', 'days_to_won_median'];
      expect(await team.table({ metrics }, 'metric', 'value', 'numerator', 'denominator', 'excluded')).toEqual([
        ['captured', 3, 3, null, 3],
        ['won', 1, 1, null, 3],
        ['lead_to_win_rate', 1 / 3, 1, 3, 3],
        ['won_within_90_days', 1 / 3, 1, 3, 3],
        ['days_to_won_median', 31, null, 1, 3],
      ]);
    });

    it('says in each group how many it took from it', async () => {
      const team = await open(log, { agreement });
      const request = { metrics: ['captured'], by: ['source.channel', 'month'] };
      expect(await team.table(request, 'value', 'excluded')).toEqual([
        ['email', '2026-01', 3, 1],
        ['email', '2026-02', 0, 0],
        ['rival', '2026-01', 0, 1],
        ['rival', '2026-02', 0, 1],
      ]);
    });

    it('names the leads that it took, and only those', async () => {
      const team = await open(log, { agreement });
      const request = { metrics: ['captured'] };
      expect(await team.names(request, { part: 'numerator' })).toEqual(['ann', 'ben', 'sam']);
      expect(await team.names(request, { part: 'excluded' })).toEqual(['riva', 'stu', 'rico']);
    });

    it('leaves impossible orders out of durations, both of share and median, and counts them', async () => {
      const team = await open([
        captured('ann', '2026-01-10'),
        won('o1', '2026-01-05', ['ann']),
        ...journey('ben', { captured: '2026-01-01', won: '2026-01-11' }),
        ...journey('cat', { captured: '2026-01-01' }),
      ]);
      const metrics = ['won', 'lead_to_win_rate', 'won_within_30_days', 'days_to_won_median'];
      expect(await team.table({ metrics }, 'metric', 'value', 'numerator', 'denominator', 'excluded')).toEqual([
        ['won', 2, 2, null, 0],
        ['lead_to_win_rate', 2 / 3, 2, 3, 0],
        ['won_within_30_days', 1 / 2, 1, 2, 1],
        ['days_to_won_median', 10, null, 1, 1],
      ]);
      expect(await team.names({ metrics: ['won_within_30_days'] }, { part: 'excluded' })).toEqual(['ann']);
    });

    it('adds exclusions of the agreement and impossible orders up, without counting a lead twice', async () => {
      const team = await open(
        [
          captured('ann', '2026-01-10', 'email'),
          won('o1', '2026-01-05', ['ann']),
          captured('riva', '2026-01-10', 'rival'),
          won('o2', '2026-01-05', ['riva']),
        ],
        { agreement },
      );
      const request = { metrics: ['days_to_won_median'] };
      expect(await team.table(request, 'value', 'denominator', 'excluded')).toEqual([[null, 0, 2]]);
      expect(await team.names(request, { part: 'excluded' })).toEqual(['ann', 'riva']);
    });

    it('takes the deals of an excluded lead out of bookings, and counts wins without an amount as left out', async () => {
      const team = await open(
        [
          captured('ann', '2026-01-01', 'email'),
          captured('riva', '2026-01-01', 'rival'),
          won('o1', '2026-02-01', ['ann'], amount(10)),
          won('o2', '2026-02-01', ['riva'], amount(20)),
          won('o3', '2026-02-01', ['ann']),
          won('o4', '2026-02-01', [], amount(5)),
        ],
        { agreement },
      );
      expect(await team.table({ metrics: ['bookings'] }, 'value', 'excluded')).toEqual([[1500, 2]]);
    });

    it('follows a correction of the field that it asks', async () => {
      const team = await open(log, { agreement });
      await team.import([leadEvent('updated', 'rico', '2026-03-01', { source: { channel: 'partner' } })]);
      expect(await team.table({ metrics: ['captured'] }, 'value', 'excluded')).toEqual([[4, 2]]);
      expect(await team.table({ metrics: ['captured'], asOf: '2026-02-28' }, 'value', 'excluded')).toEqual([[3, 3]]);
    });

    it('filters excluded leads like all others', async () => {
      const team = await open(log, { agreement });
      const filters = [{ dimension: 'source.channel', in: ['rival'] }];
      expect(await team.table({ metrics: ['captured', 'lead_to_win_rate'], filters }, 'value', 'excluded')).toEqual([
        [0, 2],
        [null, 2],
      ]);
    });
  });
});
