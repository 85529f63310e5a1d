import { describe, expect, it } from 'vitest';
import { amount, captured, retracted, won } from '../support/events.ts';
import { firstImportMs, onEveryEngine } from '../support/team.ts';

const minute = 60_000;
const at = (minutes: number) => new Date(firstImportMs + minutes * minute).toISOString();

describe('rule 21: what was known when; known-at before the first import is refused', () => {
  onEveryEngine((open) => {
    const request = { metrics: ['captured'], by: ['month'] };

    it('sees what had been recorded by then, whenever it happened', async () => {
      const team = await open([captured('ann', '2026-03-01')]);
      await team.import([captured('ben', '2026-01-01')]);
      expect(await team.table({ ...request, knownAt: at(0) }, 'value')).toEqual([['2026-03', 1]]);
      expect(await team.table({ ...request, knownAt: at(0.5) }, 'value')).toEqual([['2026-03', 1]]);
      expect(await team.table({ ...request, knownAt: at(1) }, 'value')).toEqual([
        ['2026-01', 1],
        ['2026-02', 0],
        ['2026-03', 1],
      ]);
    });

    it('sees an import that was taken back later, and not one that had been taken back by then', async () => {
      const team = await open([captured('ann', '2026-01-01')]);
      await team.undo('i1');
      expect(await team.table({ metrics: ['captured'] }, 'value')).toEqual([[0]]);
      expect(await team.table({ ...request, knownAt: at(0.5) }, 'value')).toEqual([['2026-01', 1]]);
      expect(await team.table({ metrics: ['captured'], knownAt: at(1) }, 'value')).toEqual([[0]]);
    });

    it('sees an event that was retracted later', async () => {
      const event = captured('ann', '2026-01-01');
      const team = await open([event]);
      await team.import([retracted(event, '2026-02-01')]);
      expect(await team.table({ metrics: ['captured'] }, 'value')).toEqual([[0]]);
      expect(await team.table({ metrics: ['captured'], knownAt: at(0) }, 'value')).toEqual([[1]]);
    });

    it('does not bring a retracted event back for an earlier as-of: it was never true', async () => {
      const event = captured('ann', '2026-01-01');
      const team = await open([event, retracted(event, '2026-02-01')]);
      expect(await team.table({ metrics: ['captured'], asOf: '2026-01-15' }, 'value')).toEqual([[0]]);
    });

    it('combines as-of and known-at', async () => {
      const team = await open([captured('ann', '2026-01-01'), captured('ben', '2026-03-01')]);
      await team.import([captured('cat', '2026-01-15')]);
      const both = { metrics: ['captured'], asOf: '2026-02-01', knownAt: at(0) };
      expect(await team.names(both)).toEqual(['ann']);
      expect(await team.names({ ...both, knownAt: at(1) })).toEqual(['ann', 'cat']);
    });

    it('reads deals as they were known then', async () => {
      const team = await open([captured('ann', '2026-01-01'), won('deal', '2026-02-01', ['ann'], amount(10))]);
      await team.import([won('deal', '2026-02-02', ['ann'], amount(12))]);
      expect(await team.table({ metrics: ['bookings'], knownAt: at(0) }, 'value')).toEqual([[1000]]);
      expect(await team.table({ metrics: ['bookings'] }, 'value')).toEqual([[1200]]);
    });

    it('refuses a time before the first import, by report and by the way down', async () => {
      const team = await open([captured('ann', '2026-01-01')]);
      const early = { metrics: ['captured'], knownAt: new Date(firstImportMs - 1).toISOString() };
      await expect(team.report(early)).rejects.toMatchObject({ code: 'known-at-too-early' });
      await expect(team.names(early)).rejects.toThrow(
        'Nothing was known at 2026-12-31T23:59:59.999Z: the first import was at 2027-01-01T00:00:00.000Z. Ask for a later time.',
      );
    });

    it('takes the import that was recorded first, whichever was run first', async () => {
      const team = await open();
      await team.import([captured('ann', '2026-01-01')], { recordedMs: firstImportMs + minute });
      await team.import([captured('ben', '2026-01-01')], { recordedMs: firstImportMs });
      expect(await team.names({ metrics: ['captured'], knownAt: at(0) })).toEqual(['ben']);
    });
  });
});
