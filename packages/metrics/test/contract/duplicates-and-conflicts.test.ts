import { EventBatchBuilder, type Verdict } from '@sameteam/metrics';
import type { LeadEvent } from '@sameteam/model';
import { describe, expect, it } from 'vitest';
import { captured, event, leadEvent, qualified } from '../support/events.ts';
import { nowMs, onEveryEngine, type Team } from '../support/team.ts';

/** Imports rows of several events each. */
async function importRows(team: Team, rows: readonly (readonly LeadEvent[])[]): Promise<readonly Verdict[]> {
  const session = await team.engine.beginImport({ recordedMs: nowMs });
  const builder = new EventBatchBuilder();
  for (const [group, events] of rows.entries()) for (const each of events) builder.add(group, each);
  const verdicts = await session.append(builder.take({ firstGroup: 0, groupCount: rows.length }));
  await session.commit({ files: [], read: rows.length, accepted: 0, duplicates: 0, quarantined: 0 });
  return verdicts;
}

const ann = captured('ann', '2026-01-01', 'email');
const ben = captured('ben', '2026-01-02', 'paid');
/** The identity of ann's capture, with something else to say. */
const notAnn = leadEvent('captured', 'ann', '2026-01-01', { source: { channel: 'paid' } }, ann.id);

describe('identity is (source, id): the same content is a duplicate, other content a conflict', () => {
  onEveryEngine((open) => {
    const captures = { metrics: ['captured'], by: ['source.channel'] };

    it('takes a file once: the second time everything is a duplicate and nothing changes', async () => {
      const team = await open();
      expect((await team.import([ann, ben])).verdicts).toEqual(['accepted', 'accepted']);
      const again = await team.import([ann, ben]);
      expect(again.verdicts).toEqual(['duplicate', 'duplicate']);
      expect(again.outcome).toMatchObject({ events: 2, leads: 2 });
      expect((await team.engine.imports()).map(({ accepted, duplicates }) => [accepted, duplicates])).toEqual([
        [2, 0],
        [0, 2],
      ]);
    });

    it('refuses other content under a known identity, and keeps what was there', async () => {
      const team = await open([ann]);
      expect((await team.import([notAnn, ben])).verdicts).toEqual(['conflict', 'accepted']);
      expect(await team.table(captures, 'value')).toEqual([
        ['email', 1],
        ['paid', 1],
      ]);
    });

    it('judges an import against itself: first come, first kept, across batches too', async () => {
      for (const batchSize of [1, 100]) {
        const team = await open();
        expect((await team.import([ann, ann, notAnn, ben], { batchSize })).verdicts).toEqual([
          'accepted',
          'duplicate',
          'conflict',
          'accepted',
        ]);
        expect(await team.table(captures, 'value')).toEqual([
          ['email', 1],
          ['paid', 1],
        ]);
      }
    });

    it('takes the same id of another source for another event', async () => {
      const team = await open([ann]);
      const other = { ...captured('cat', '2026-01-01'), id: ann.id, source: 'crm' } as LeadEvent;
      expect((await team.import([other])).verdicts).toEqual(['accepted']);
      expect(await team.table({ metrics: ['captured'] }, 'value')).toEqual([[2]]);
    });

    it('refuses a row whole when any of its events conflicts, and takes it when any is new', async () => {
      const team = await open([ann]);
      const verdicts = await importRows(team, [[notAnn, qualified('ann', '2026-01-05')], [ann, ben], [ann], []]);
      expect(verdicts).toEqual(['conflict', 'accepted', 'duplicate', 'duplicate']);
      expect(await team.table({ metrics: ['captured', 'qualified'] }, 'value')).toEqual([[2], [0]]);
    });

    it('refuses a row that contradicts itself, and lets a later row take the identity', async () => {
      const team = await open();
      expect(await importRows(team, [[ann, notAnn], [notAnn], [ann]])).toEqual(['conflict', 'accepted', 'conflict']);
      expect(await team.table(captures, 'value')).toEqual([['paid', 1]]);
    });

    it('compares content, not text: the order of keys and recordedtime do not matter, how the time is written does', async () => {
      const full = { channel: 'email', medium: 'mail' };
      const first = leadEvent('captured', 'ann', '2026-01-01T12:00:00Z', { source: full, product: 'crm' }, 'x1');
      const team = await open([first]);
      const turned = {
        data: { product: 'crm', source: { medium: 'mail', channel: 'email' } },
        ...without(first, 'data'),
      };
      const recorded = { ...first, recordedtime: '2026-02-01T00:00:00Z' };
      const shifted = { ...first, time: '2026-01-01T13:00:00+01:00' };
      const verdicts = (await team.import([turned, recorded, shifted] as LeadEvent[])).verdicts;
      expect(verdicts).toEqual(['duplicate', 'duplicate', 'conflict']);
    });

    it('compares personal fields too, though only their keyed digest stays', async () => {
      const capture = (email: string) =>
        event('lead.captured', 'lead/ann', '2026-01-01', { contact: { email, role: 'vp' } }, 'p1');
      const team = await open([capture('ann@acme.example')]);
      const bare = event('lead.captured', 'lead/ann', '2026-01-01', { contact: { role: 'vp' } }, 'p1');
      const verdicts = (await team.import([capture('ann@acme.example'), capture('ann@other.example'), bare])).verdicts;
      expect(verdicts).toEqual(['duplicate', 'conflict', 'conflict']);
      const twice = [capture('ann@acme.example'), capture('ann@acme.example')].map((each) => ({ ...each, id: 'p2' }));
      expect((await team.import(twice as LeadEvent[])).verdicts).toEqual(['accepted', 'duplicate']);
    });
  });
});

function without<T extends object, K extends keyof T>(object: T, key: K): Omit<T, K> {
  const { [key]: _, ...rest } = object;
  return rest;
}
