import { describe, expect, it } from 'vitest';
import { assigned, captured, leadEvent, opened, qualified, won } from '../support/events.ts';
import { onEveryEngine } from '../support/team.ts';

const noon = '2026-01-01T12:00:00Z';

describe('rule 6: equal timestamps have a defined order, and a conversion in zero seconds counts', () => {
  onEveryEngine((open) => {
    it('counts a conversion in zero seconds, and in the median too', async () => {
      const team = await open([
        captured('ann', noon),
        won('o1', noon, ['ann']),
        captured('ben', noon),
        won('o2', '2026-01-03T12:00:00Z', ['ben']),
      ]);
      const metrics = ['won', 'won_within_30_days', 'days_to_won_median'];
      // Durations 0 and 2 days: their median is 1, with nobody left out.
      expect(await team.table({ metrics }, 'metric', 'value', 'denominator', 'excluded')).toEqual([
        ['won', 2, null, 0],
        ['won_within_30_days', 1, 2, 0],
        ['days_to_won_median', 1, 2, 0],
      ]);
      expect(await team.leadRow('ann')).toMatchObject({ impossibleOrder: false });
    });

    it('orders equal times by the rank of their types, whatever arrived first', async () => {
      // lead.qualified ranks before lead.assigned: the owner is not yet there at the qualification.
      const team = await open([assigned('ann', noon, 'sue'), qualified('ann', noon), captured('ann', noon)]);
      const by = (dimension: string) => team.table({ metrics: ['qualified'], anchor: 'mql', by: [dimension] }, 'value');
      expect(await by('owner')).toEqual([[null, 1]]);
      expect(await by('current.owner')).toEqual([['sue', 1]]);
    });

    it('orders equal times of one type by source and id, as UTF-8 bytes', async () => {
      const assignment = (id: string, to: string) => leadEvent('assigned', 'ann', noon, { to }, id);
      // By UTF-16 units the emoji would sort before U+FFAE; by bytes it is the last one.
      const team = await open([captured('ann', noon), assignment('😀', 'last'), assignment('ﾮ', 'first')]);
      expect(await team.table({ metrics: ['captured'], by: ['current.owner'] }, 'value')).toEqual([['last', 1]]);
    });

    it('takes the first capture by that order where two happened at once', async () => {
      const capture = (id: string, channel: string) => leadEvent('captured', 'ann', noon, { source: { channel } }, id);
      const team = await open([capture('b', 'paid'), capture('a', 'email')]);
      expect(await team.table({ metrics: ['captured'], by: ['source.channel'] }, 'value')).toEqual([['email', 1]]);
    });

    it('keeps milliseconds apart: one before the other is an order', async () => {
      const team = await open([captured('ann', '2026-01-01T12:00:00.001Z'), opened('o', noon, ['ann'])]);
      expect(await team.leadRow('ann')).toMatchObject({ impossibleOrder: true });
    });

    it('cuts a duration to whole seconds', async () => {
      const team = await open([captured('ann', noon), won('o', '2026-01-01T12:00:59.999Z', ['ann'])]);
      expect(await team.table({ metrics: ['days_to_won_median'] }, 'value')).toEqual([[59 / 86_400]]);
    });
  });
});
