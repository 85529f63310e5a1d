import { describe, expect, it } from 'vitest';
import { amount, captured, event, leadEvent, linked, retracted, stageReset, won } from '../support/events.ts';
import { journey } from '../support/journey.ts';
import { nowMs, onEveryEngine } from '../support/team.ts';
import { wholePicture } from '../support/whole-picture.ts';

const first = [
  ...journey('ann', { captured: '2026-01-01', mql: '2026-01-03', won: '2026-02-01', channel: 'email' }),
  captured('ben', '2026-01-02', 'paid'),
  ...Array.from({ length: 10 }, (_, index) => captured(`other${index}`, '2026-01-15', 'other')),
];
/** Touches what the first import brought: an update, a correction, a link, a retraction, a deal. */
const second = [
  leadEvent('updated', 'ben', '2026-02-01', { source: { channel: 'partner' } }),
  stageReset('ann', '2026-02-02', 'captured', 'correction'),
  linked('ben', '2026-02-03', 'other1'),
  retracted(first[first.length - 1] as (typeof first)[number], '2026-02-04'),
  won('deal', '2026-02-05', ['ben', 'other2'], amount(10)),
  captured('new', '2026-02-06', 'new'),
];

describe('an import can be taken back whole, and taken again', () => {
  onEveryEngine((open) => {
    it('brings every figure back', async () => {
      const team = await open(first);
      const before = await wholePicture(team.engine);
      await team.import(second);
      expect(await wholePicture(team.engine)).not.toEqual(before);
      const outcome = await team.undo('i2');
      expect(await wholePicture(team.engine)).toEqual(before);
      expect(outcome).toMatchObject({ events: first.length + second.length, leads: 12 });
    });

    it('takes the same events again after that, with the same result', async () => {
      const team = await open(first);
      await team.import(second);
      const after = await wholePicture(team.engine);
      await team.undo('i2');
      const again = await team.import(second);
      expect(new Set(again.verdicts)).toEqual(new Set(['accepted']));
      expect(await wholePicture(team.engine)).toEqual(after);
      expect(new Set((await team.import(second)).verdicts)).toEqual(new Set(['duplicate']));
    });

    it('lets a corrected file take the identities of one that was taken back', async () => {
      const wrong = leadEvent('captured', 'ann', '2026-01-01', { source: { channel: 'wrong' } }, 'same');
      const right = leadEvent('captured', 'ann', '2026-01-01', { source: { channel: 'right' } }, 'same');
      const team = await open([wrong]);
      await team.undo('i1');
      expect((await team.import([right])).verdicts).toEqual(['accepted']);
      expect((await team.import([wrong])).verdicts).toEqual(['conflict']);
      expect(await team.table({ metrics: ['captured'], by: ['source.channel'] }, 'value')).toEqual([['right', 1]]);
    });

    it('takes imports back in any order, and the only one too', async () => {
      const team = await open(first);
      await team.import(second);
      await team.undo('i1');
      // `new` is captured, and ben is still updated and won, which implies a capture.
      expect(await team.names({ metrics: ['captured'] })).toEqual(['ben', 'new']);
      await team.undo('i2');
      expect(await team.engine.status()).toMatchObject({ leads: 0, events: first.length + second.length });
    });

    it('keeps the events, marked as retracted, and the import in the registry', async () => {
      const team = await open([captured('ann', '2026-01-01')]);
      await team.undo('i1');
      expect(await team.engine.events('lead/ann')).toMatchObject([
        { type: 'lead.captured', import: 'i1', retracted: true },
      ]);
      const [registered] = await team.engine.imports();
      expect(registered).toMatchObject({ id: 'i1', accepted: 1 });
      expect(registered?.undoneMs).toBeGreaterThan(registered?.recordedMs as number);
    });

    it('does the same for an event that retracts an import', async () => {
      const team = await open(first);
      const before = await wholePicture(team.engine);
      await team.import(second);
      await team.import([
        event('event.retracted', 'lead/ben', '2026-03-01', { target: { import: 'i2' }, reason: 'the wrong file' }),
      ]);
      expect(await wholePicture(team.engine)).toEqual(before);
    });

    it('brings back what a retraction took when the retraction is taken back or retracted', async () => {
      const capture = captured('ann', '2026-01-01');
      const retraction = retracted(capture, '2026-01-02');
      const team = await open([capture]);
      await team.import([retraction]);
      expect(await team.table({ metrics: ['captured'] }, 'value')).toEqual([[0]]);
      const undone = retracted(retraction, '2026-01-03');
      await team.import([undone]);
      expect(await team.table({ metrics: ['captured'] }, 'value')).toEqual([[1]]);
      await team.import([retracted(undone, '2026-01-04')]);
      expect(await team.table({ metrics: ['captured'] }, 'value')).toEqual([[0]]);
      await team.undo('i2');
      expect(await team.table({ metrics: ['captured'] }, 'value')).toEqual([[1]]);
    });

    it('says what is wrong with an import that does not exist, or was taken back already', async () => {
      const team = await open();
      const undo = (id: string) => team.engine.undoImport(id, { recordedMs: nowMs });
      await expect(undo('i1')).rejects.toThrow('There is no import "i1". Nothing has been imported.');
      await team.import(first);
      await expect(undo('i9')).rejects.toThrow('There is no import "i9". Imports are i1.');
      await undo('i1');
      await expect(undo('i1')).rejects.toThrow('The import "i1" has already been taken back. Nothing was changed.');
    });
  });
});
