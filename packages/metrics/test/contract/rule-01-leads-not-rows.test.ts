import { describe, expect, it } from 'vitest';
import { captured, handedOff, leadEvent, opened, qualified, won } from '../support/events.ts';
import { onEveryEngine } from '../support/team.ts';

describe('rule 1: leads are counted, not rows or status changes', () => {
  onEveryEngine((open) => {
    it('counts a lead once, however often it is captured, qualified and handed off', async () => {
      const team = await open([
        captured('ann', '2026-01-01'),
        captured('ann', '2026-01-02'),
        qualified('ann', '2026-01-03'),
        qualified('ann', '2026-01-04'),
        handedOff('ann', '2026-01-05'),
        handedOff('ann', '2026-02-05'),
        captured('ben', '2026-01-06'),
      ]);
      expect(await team.table({ metrics: ['captured', 'qualified', 'handed_off'] }, 'metric', 'value')).toEqual([
        ['captured', 2],
        ['qualified', 1],
        ['handed_off', 1],
      ]);
    });

    it('places a lead at its first capture, so that a later one does not move it to another month', async () => {
      const team = await open([captured('ann', '2026-01-31'), captured('ann', '2026-02-01')]);
      expect(await team.table({ metrics: ['captured'], by: ['month'] }, 'value')).toEqual([['2026-01', 1]]);
    });

    it('counts a lead with two deals once among the won, at the first win', async () => {
      const team = await open([
        captured('ann', '2026-01-01'),
        opened('first', '2026-01-10', ['ann']),
        opened('second', '2026-02-10', ['ann']),
        won('first', '2026-03-10', ['ann']),
        won('second', '2026-04-10', ['ann']),
      ]);
      const request = { metrics: ['opportunities', 'won', 'won_in_period'], by: ['month'] };
      expect((await team.table(request, 'metric', 'value')).filter(([, , value]) => value !== 0)).toEqual([
        ['2026-01', 'opportunities', 1],
        ['2026-01', 'won', 1],
        ['2026-03', 'won_in_period', 1],
      ]);
    });

    it('counts each lead of a deal that came from several', async () => {
      const team = await open([
        captured('ann', '2026-01-01'),
        captured('ben', '2026-01-02'),
        won('deal', '2026-02-01', ['ann', 'ben', 'ann']),
      ]);
      expect(await team.table({ metrics: ['won'] }, 'value')).toEqual([[2]]);
    });

    it('counts no lead for a deal that came from none, and none for a record that was never captured or judged', async () => {
      const team = await open([
        won('deal', '2026-02-01', []),
        leadEvent('engaged', 'cat', '2026-01-01', { activity: 'visit' }),
      ]);
      expect(await team.table({ metrics: ['captured', 'won'] }, 'value')).toEqual([[0], [0]]);
    });
  });
});
