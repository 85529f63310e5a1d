import { describe, expect, it } from 'vitest';
import { amount, assigned, captured, deal, leadEvent, qualified, won } from '../support/events.ts';
import { onEveryEngine } from '../support/team.ts';

describe('rule 13: an explicit null clears a value, absence leaves it', () => {
  onEveryEngine((open) => {
    const source = { channel: 'email', medium: 'mail', campaign: 'spring', landingPage: '/a', motion: 'inbound' };

    it('leaves what an update does not name, changes what it names, clears what it sets to null', async () => {
      const team = await open([
        leadEvent('captured', 'ann', '2026-01-01', { source }),
        leadEvent('updated', 'ann', '2026-01-02', { source: { campaign: null, medium: 'cpc' } }),
      ]);
      const row = await team.leadRow('ann');
      expect(row?.source).toEqual({
        channel: 'email',
        medium: 'cpc',
        campaign: null,
        landingPage: '/a',
        motion: 'inbound',
      });
    });

    it('takes the last update that names a field, in the order of events and not of arrival', async () => {
      const team = await open([
        leadEvent('updated', 'ann', '2026-01-04', { source: { channel: null } }),
        captured('ann', '2026-01-01', 'email'),
        leadEvent('updated', 'ann', '2026-01-03', { source: { channel: 'paid' } }),
        leadEvent('updated', 'ann', '2026-01-05', { source: { medium: 'cpc' } }),
      ]);
      expect((await team.leadRow('ann'))?.source).toMatchObject({ channel: null, medium: 'cpc' });
    });

    it('does not let an update that happened before the capture override it', async () => {
      const team = await open([
        captured('ann', '2026-01-02', 'email'),
        leadEvent('updated', 'ann', '2026-01-01', { source: { channel: 'paid' } }),
      ]);
      expect((await team.leadRow('ann'))?.source).toMatchObject({ channel: 'email' });
    });

    it('lets an owner go by null', async () => {
      const team = await open([
        captured('ann', '2026-01-01'),
        assigned('ann', '2026-01-02', 'sue'),
        assigned('ann', '2026-01-03', null),
      ]);
      expect((await team.leadRow('ann'))?.owner).toBeNull();
    });

    it('leaves readiness where a qualification does not name it, and clears it where it says null', async () => {
      const team = await open([
        captured('ann', '2026-01-01'),
        qualified('ann', '2026-01-02', 'hot'),
        qualified('ann', '2026-01-03'),
        captured('ben', '2026-01-01'),
        qualified('ben', '2026-01-02', 'hot'),
        leadEvent('qualified', 'ben', '2026-01-03', { readiness: null }),
      ]);
      expect((await team.leadRow('ann'))?.readiness).toBe('hot');
      expect((await team.leadRow('ben'))?.readiness).toBeNull();
    });

    it('clears the amount of a deal, and leaves it where a change does not name it', async () => {
      const team = await open([
        won('kept', '2026-01-10', [], amount(100)),
        deal('changed', 'kept', '2026-01-11', null, { owner: 'sue' }),
        won('cleared', '2026-01-10', [], amount(200)),
        deal('changed', 'cleared', '2026-01-11', null, { amount: null }),
      ]);
      expect(await team.table({ metrics: ['bookings'] }, 'value', 'excluded')).toEqual([[10_000, 1]]);
    });
  });
});
