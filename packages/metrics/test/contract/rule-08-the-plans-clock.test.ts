import { afterEach, describe, expect, it, vi } from 'vitest';
import { captured, won } from '../support/events.ts';
import { journey } from '../support/journey.ts';
import { onEveryEngine } from '../support/team.ts';

const log = [
  ...journey('ann', { captured: '2026-01-10', won: '2026-03-05' }),
  ...journey('ben', { captured: '2026-02-10', won: '2026-03-06' }),
  ...journey('cat', { captured: '2026-03-10' }),
];

describe("rule 8: the plan's as-of time decides what has happened, never the machine's clock", () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });

  onEveryEngine((open) => {
    it('sees only what had happened by as-of', async () => {
      const team = await open(log);
      const asOf = async (at: string) => team.table({ metrics: ['captured', 'won'], asOf: at }, 'value', 'asOf');
      expect(await asOf('2026-01-09')).toEqual([
        [0, '2026-01-09T23:59:59.999Z'],
        [0, '2026-01-09T23:59:59.999Z'],
      ]);
      expect((await asOf('2026-02-28')).map(([value]) => value)).toEqual([2, 0]);
      expect((await asOf('2026-03-05T00:00:00Z')).map(([value]) => value)).toEqual([2, 1]);
      expect((await asOf('2026-03-04T23:59:59.999Z')).map(([value]) => value)).toEqual([2, 0]);
      expect((await asOf('2026-12-31')).map(([value]) => value)).toEqual([3, 2]);
    });

    it('gives the same answer again after it was asked for an earlier and a later time', async () => {
      const team = await open(log);
      const request = { metrics: ['won'], by: ['month'], from: '2026-01-01', to: '2026-03-31' };
      const now = await team.table(request, 'value');
      for (const asOf of ['2026-01-15', '2026-02-15', '2026-03-05', '2026-03-15', '2026-01-15']) {
        await team.table({ ...request, asOf }, 'value');
      }
      expect(await team.table(request, 'value')).toEqual(now);
      expect(now).toEqual([
        ['2026-01', 1],
        ['2026-02', 1],
        ['2026-03', 0],
      ]);
    });

    it('anchors counts at capture; a count by its own date has its own name', async () => {
      const team = await open(log);
      const rows = await team.table({ metrics: ['won', 'won_in_period'], by: ['month'] }, 'metric', 'anchor', 'value');
      expect(rows).toEqual([
        ['2026-01', 'won', 'captured', 1],
        ['2026-02', 'won', 'captured', 1],
        ['2026-03', 'won', 'captured', 0],
        ['2026-01', 'won_in_period', 'won', 0],
        ['2026-02', 'won_in_period', 'won', 0],
        ['2026-03', 'won_in_period', 'won', 2],
      ]);
    });

    it('asks for another anchor and gets it', async () => {
      const team = await open(log);
      const request = { metrics: ['won'], by: ['month'], anchor: 'won' };
      expect(await team.table(request, 'anchor', 'value')).toEqual([['2026-03', 'won', 2]]);
    });

    it('never reads the clock of the machine', async () => {
      const team = await open(log);
      vi.spyOn(Date, 'now').mockImplementation(() => {
        throw new Error('the clock was read');
      });
      const request = { metrics: ['captured', 'lead_to_win_rate', 'bookings'], by: ['month'], asOf: '2026-03-31' };
      expect(await team.report(request)).toHaveLength(9);
    });

    it('cuts a period by the days of the anchor, both included', async () => {
      const team = await open([
        captured('a', '2026-01-31T23:59:59.999Z'),
        captured('b', '2026-02-01T00:00:00Z'),
        captured('c', '2026-02-28T23:59:59.999Z'),
        captured('d', '2026-03-01T00:00:00Z'),
        won('o', '2026-05-01', ['c']),
      ]);
      const request = { metrics: ['captured', 'won'], from: '2026-02-01', to: '2026-02-28' };
      expect(await team.table(request, 'value')).toEqual([[2], [1]]);
      expect(await team.names(request)).toEqual(['b', 'c']);
    });
  });
});
