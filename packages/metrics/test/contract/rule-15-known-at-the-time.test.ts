import { describe, expect, it } from 'vitest';
import { amount, assigned, captured, leadEvent, qualified, won } from '../support/events.ts';
import { firstImportMs, onEveryEngine } from '../support/team.ts';

/** What learning will stand on: the past as it looked before an outcome, by what had happened and by what was known. */
describe('rule 15: what was known of a lead before its outcome', () => {
  onEveryEngine((open) => {
    const at = (minutes: number) => new Date(firstImportMs + minutes * 60_000).toISOString();
    const log = [
      captured('ann', '2026-01-01', 'email'),
      assigned('ann', '2026-01-03', 'sam'),
      qualified('ann', '2026-01-05', 'warm'),
      won('deal', '2026-02-01', ['ann'], amount(10)),
      // Said after the win: nobody could have known it.
      assigned('ann', '2026-02-02', 'winner'),
      qualified('ann', '2026-02-02', 'hot'),
    ];

    it('shows nothing of later events as of the moment before it', async () => {
      const team = await open(log);
      const before = { metrics: ['captured', 'won'], asOf: '2026-01-31T23:59:59Z' };
      expect(await team.table({ ...before, by: ['current.owner', 'current.readiness'] }, 'metric', 'value')).toEqual([
        ['sam', 'warm', 'captured', 1],
        ['sam', 'warm', 'won', 0],
      ]);
    });

    it('reads what a won lead was at its earlier anchors, not what it became', async () => {
      const team = await open(log);
      const byReadiness = { metrics: ['mql_to_won_rate'], by: ['readiness', 'owner'] };
      expect(await team.table(byReadiness, 'numerator', 'denominator')).toEqual([['warm', 'sam', 1, 1]]);
    });

    it('shows nothing of what had happened but was recorded later', async () => {
      const team = await open([captured('ann', '2026-01-01', 'email')]);
      await team.import([
        leadEvent('updated', 'ann', '2026-01-02', { source: { channel: 'paid' } }),
        won('deal', '2026-01-20', ['ann'], amount(10)),
      ]);
      const request = { metrics: ['won'], by: ['source.channel'], asOf: '2026-01-31' };
      expect(await team.table({ ...request, knownAt: at(0) }, 'value')).toEqual([['email', 0]]);
      expect(await team.table(request, 'value')).toEqual([['paid', 1]]);
    });
  });
});
