import { EventBatchBuilder, type ImportSession, type Verdict } from '@sameteam/metrics';
import type { LeadEvent } from '@sameteam/model';
import { describe, expect, it } from 'vitest';
import { captured, event, leadEvent, linked, opened, qualified, retracted } from '../support/events.ts';
import { nowMs, onEveryEngine } from '../support/team.ts';

const erased = (subject: string, time = '2026-02-01', id?: string) =>
  event('record.erased', subject, time, { ground: 'gdpr_17_1_b' }, id);

/** A capture that names a contact, and says more of it. */
const capturedOf = (lead: string, contact: string) =>
  leadEvent('captured', lead, '2026-03-01', { contact: { ref: contact, email: 'ann@acme.example' } });

function append(session: ImportSession, rows: readonly (readonly LeadEvent[])[]): Promise<readonly Verdict[]> {
  const builder = new EventBatchBuilder();
  for (const [group, events] of rows.entries()) for (const each of events) builder.add(group, each);
  return session.append(builder.take({ firstGroup: 0, groupCount: rows.length }));
}

const nothing = { files: [], read: 0, accepted: 0, duplicates: 0, quarantined: 0 };

describe('nothing is taken of a subject that was erased', () => {
  onEveryEngine((open) => {
    const ann = captured('ann', '2026-01-01', 'email');
    const ben = captured('ben', '2026-01-02', 'email');

    it('whether it is new, came before or says something else', async () => {
      const team = await open([ann, ben]);
      expect((await team.import([erased('lead/ann')])).verdicts).toEqual(['accepted']);
      const notAnn = leadEvent('captured', 'ann', '2026-01-01', { source: { channel: 'paid' } }, ann.id);
      const { verdicts, outcome } = await team.import([
        qualified('ann', '2026-01-05'),
        ann,
        notAnn,
        ben,
        qualified('ben', '2026-01-05'),
      ]);
      expect(verdicts).toEqual(['erased', 'erased', 'erased', 'duplicate', 'accepted']);
      expect(outcome).toMatchObject({ events: 4, leads: 2 });
      expect((await team.engine.imports()).at(-1)).toMatchObject({ accepted: 1, duplicates: 1, quarantined: 3 });
      expect(await team.engine.events('lead/ann')).toHaveLength(2);
    });

    it('be it erased by an import, a batch or a row before', async () => {
      for (const batchSize of [1, 2, 100]) {
        const team = await open([ben]);
        const events = [
          captured('ann', '2026-01-01'),
          erased('lead/ann'),
          qualified('ann', '2026-03-01'),
          captured('cid', '2026-01-01'),
        ];
        expect((await team.import(events, { batchSize })).verdicts).toEqual([
          'accepted',
          'accepted',
          'erased',
          'accepted',
        ]);
        expect((await team.import([qualified('ann', '2026-03-02')])).verdicts).toEqual(['erased']);
      }
    });

    it('but for its erasure, which may come again, and retractions', async () => {
      const first = erased('lead/ann', '2026-02-01', 'erasure');
      const team = await open([ann, first]);
      const other = { ...first, time: '2026-02-02T00:00:00Z' };
      const events = [first, erased('lead/ann', '2026-02-03'), other, retracted(ann, '2026-02-04')];
      expect((await team.import(events)).verdicts).toEqual(['duplicate', 'accepted', 'conflict', 'accepted']);
    });

    it('refuses a row whole, and erases nobody by a row that is refused', async () => {
      const team = await open([ann, ben, erased('lead/ann')]);
      const session = await team.engine.beginImport({ recordedMs: nowMs });
      const rows = [
        [qualified('ben', '2026-01-05'), qualified('ann', '2026-01-05')],
        [erased('lead/ben'), qualified('ann', '2026-01-06')],
        [qualified('ben', '2026-01-07')],
        // What a row says of somebody beside the erasure was there when it was written.
        [erased('lead/ben'), qualified('ben', '2026-01-08')],
        [qualified('ben', '2026-01-09')],
        [],
      ];
      expect(await append(session, rows)).toEqual(['erased', 'erased', 'accepted', 'accepted', 'erased', 'duplicate']);
      await session.commit(nothing);
      expect((await team.engine.events('lead/ben')).map(({ type }) => type)).toEqual([
        'lead.captured',
        'lead.qualified',
        'lead.qualified',
        'record.erased',
      ]);
    });

    it('holds for the very subject, not for a deal that names it nor for what is one with it', async () => {
      const team = await open([ann, ben, linked('ann', '2026-01-10', 'ben'), erased('lead/ann')]);
      const events = [
        qualified('ben', '2026-03-01'),
        opened('deal', '2026-03-02', ['ann']),
        captured('annie', '2026-03-03'),
      ];
      expect((await team.import(events)).verdicts).toEqual(['accepted', 'accepted', 'accepted']);
    });

    it('holds for events that name an erased contact', async () => {
      const team = await open([capturedOf('ann', 'contact/1'), ben]);
      const update = event('contact.updated', 'contact/1', '2026-03-01', { email: 'new@acme.example' });
      expect((await team.import([erased('contact/1')])).verdicts).toEqual(['accepted']);
      const events = [
        capturedOf('again', 'contact/1'),
        capturedOf('other', 'contact/2'),
        update,
        qualified('ann', '2026-03-05'),
      ];
      // The lead itself was not erased, and its qualification says nothing of the person.
      expect((await team.import(events)).verdicts).toEqual(['erased', 'accepted', 'erased', 'accepted']);
      const within = [erased('contact/2'), capturedOf('third', 'contact/2')];
      expect((await team.import(within)).verdicts).toEqual(['accepted', 'erased']);
    });

    it('until the erasure is retracted, or its import taken back', async () => {
      const erasure = erased('lead/ann');
      const team = await open([ann, ben]);
      const take = async (...events: readonly LeadEvent[]) => (await team.import(events)).verdicts;
      expect(await take(erasure)).toEqual(['accepted']);
      expect(await take(qualified('ann', '2026-03-01'))).toEqual(['erased']);
      const mistake = retracted(erasure, '2026-03-02');
      // The retraction counts from its commit on.
      expect(await take(mistake, qualified('ann', '2026-03-01'))).toEqual(['accepted', 'erased']);
      expect(await take(qualified('ann', '2026-03-01'))).toEqual(['accepted']);
      expect(await take(retracted(mistake, '2026-03-03'))).toEqual(['accepted']);
      expect(await take(qualified('ann', '2026-03-04'))).toEqual(['erased']);
      await team.undo('i2');
      expect(await take(qualified('ann', '2026-03-05'))).toEqual(['accepted']);
      expect(await take(erasure, qualified('ann', '2026-03-06'))).toEqual(['accepted', 'erased']);
    });

    it('and nobody is erased by an import that was rolled back', async () => {
      const team = await open([ann]);
      const session = await team.engine.beginImport({ recordedMs: nowMs });
      expect(await append(session, [[erased('lead/ann')], [qualified('ann', '2026-03-01')]])).toEqual([
        'accepted',
        'erased',
      ]);
      await session.rollback();
      expect((await team.import([qualified('ann', '2026-03-01')])).verdicts).toEqual(['accepted']);
    });

    it('tells an import which subjects are erased, so that it keeps nothing of their rows', async () => {
      const team = await open([ann, ben, erased('lead/ann')]);
      const session = await team.engine.beginImport({ recordedMs: nowMs });
      const subjects = ['lead/ann', 'lead/ben', 'lead/cid'];
      expect([...(await session.erased(subjects))]).toEqual(['lead/ann']);
      await append(session, [[erased('lead/cid')]]);
      expect([...(await session.erased(subjects))]).toEqual(['lead/ann', 'lead/cid']);
      expect([...(await session.erased([]))]).toEqual([]);
      await session.rollback();
    });
  });
});
