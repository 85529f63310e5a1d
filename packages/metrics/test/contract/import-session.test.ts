import { EventBatchBuilder, type ImportSession } from '@sameteam/metrics';
import { hasLoneSurrogate, type LeadEvent } from '@sameteam/model';
import { describe, expect, it } from 'vitest';
import { captured, deal, linked, qualified, won } from '../support/events.ts';
import { nowMs, onEveryEngine } from '../support/team.ts';

const nothing = { files: [], read: 0, accepted: 0, duplicates: 0, quarantined: 0 };

function append(session: ImportSession, events: readonly LeadEvent[]) {
  const builder = new EventBatchBuilder();
  for (const [group, event] of events.entries()) builder.add(group, event);
  return session.append(builder.take({ firstGroup: 0, groupCount: events.length }));
}

const badRow = (line: number, raw = 'a,b') => ({
  file: 'leads.csv',
  line,
  column: 'date',
  code: 'bad-date',
  message: 'It is no date.',
  raw,
});

describe('an import is taken whole or not at all', () => {
  onEveryEngine((open) => {
    it('keeps nothing of an import that was rolled back', async () => {
      const team = await open([captured('ann', '2026-01-01')]);
      const session = await team.engine.beginImport({ recordedMs: nowMs, id: 'gone' });
      await append(session, [captured('ben', '2026-01-01'), captured('ann', '2026-01-05')]);
      await session.quarantine([badRow(3)]);
      await session.saveRecords('map', 'leads', [{ key: '1', state: 'a' }]);
      await session.rollback();
      expect(await team.engine.status()).toMatchObject({ events: 1, leads: 1, quarantined: 0 });
      expect((await team.engine.imports()).map(({ id }) => id)).toEqual(['i1']);
      const next = await team.engine.beginImport({ recordedMs: nowMs, id: 'gone' });
      expect([...(await next.recordStates('map', 'leads', ['1']))]).toEqual([]);
      await next.rollback();
    });

    it('counts what a store holds and what is odd among the touched leads', async () => {
      const others = Array.from({ length: 12 }, (_, index) => captured(`x${index}`, '2026-01-10'));
      const team = await open();
      const outcome = async (events: readonly LeadEvent[]) => (await team.import(events)).outcome;
      expect(await outcome(others)).toEqual({ events: 12, leads: 12, impossibleOrder: 0, unknownLeads: 0 });
      expect(await outcome([won('o1', '2026-01-05', ['x1'])])).toMatchObject({ impossibleOrder: 1, unknownLeads: 0 });
      expect(await outcome([won('o2', '2026-01-15', ['nobody', 'x2'])])).toMatchObject({
        impossibleOrder: 0,
        unknownLeads: 1,
      });
      expect(await outcome([qualified('x3', '2026-01-12')])).toMatchObject({ impossibleOrder: 0, unknownLeads: 0 });
      expect(await outcome([won('o4', '2026-01-01', ['x4']), linked('x5', '2026-02-01', 'x6')])).toMatchObject({
        leads: 11,
        impossibleOrder: 1,
      });
      expect(await outcome([captured('nobody', '2026-01-01')])).toMatchObject({ leads: 12, unknownLeads: 0 });
    });

    it('counts an impossible order whichever side comes first', async () => {
      const team = await open();
      expect((await team.import([deal('won', 'o', '2026-01-01', ['ann'])])).outcome).toMatchObject({ unknownLeads: 1 });
      expect((await team.import([captured('ann', '2026-01-02')])).outcome).toMatchObject({
        leads: 1,
        impossibleOrder: 1,
      });
    });

    it('runs one import at a time', async () => {
      const team = await open();
      const session = await team.engine.beginImport({ recordedMs: nowMs });
      await expect(team.engine.beginImport({ recordedMs: nowMs })).rejects.toMatchObject({ code: 'busy' });
      await session.rollback();
      await (await team.engine.beginImport({ recordedMs: nowMs })).rollback();
    });

    it('refuses the second of two that begin at once', async () => {
      const team = await open();
      const [first, second] = await Promise.allSettled([
        team.engine.beginImport({ recordedMs: nowMs }),
        team.engine.beginImport({ recordedMs: nowMs }),
      ]);
      expect(second).toMatchObject({ status: 'rejected', reason: { code: 'busy' } });
      if (first.status === 'fulfilled') await first.value.rollback();
      await (await team.engine.beginImport({ recordedMs: nowMs })).rollback();
    }, 15_000);

    it('gives each import an id of its own', async () => {
      const team = await open([captured('ann', '2026-01-01')]);
      await expect(team.engine.beginImport({ recordedMs: nowMs, id: 'i1' })).rejects.toThrow(
        'There is an import "i1" already. Choose another id.',
      );
      const ids = [];
      for (let time = 0; time < 3; time++) {
        const session = await team.engine.beginImport({ recordedMs: nowMs });
        ids.push(session.id);
        await session.commit(nothing);
      }
      expect(new Set([...ids, 'i1']).size).toBe(4);
    });

    it('registers what an import says of itself', async () => {
      const team = await open();
      const session = await team.engine.beginImport({ recordedMs: nowMs, id: 'weekly' });
      const summary = { files: ['leads.csv', 'deals "won".csv'], read: 9, accepted: 4, duplicates: 3, quarantined: 2 };
      await session.commit(summary);
      expect(await team.engine.imports()).toEqual([{ id: 'weekly', recordedMs: nowMs, undoneMs: null, ...summary }]);
    });
  });
});

describe('quarantine keeps bad rows with their place', () => {
  onEveryEngine((open) => {
    it('gives them back by import, file and line, page by page', async () => {
      const team = await open();
      const rows = [badRow(12), badRow(3), { ...badRow(7), file: 'deals.csv', column: null, raw: 'x;"\n😀\'' }];
      const session = await team.engine.beginImport({ recordedMs: nowMs, id: 'a' });
      await session.quarantine(rows);
      await session.commit(nothing);
      const other = await team.engine.beginImport({ recordedMs: nowMs, id: 'b' });
      await other.quarantine([badRow(1)]);
      await other.commit(nothing);
      const all = await team.engine.quarantined({ limit: 10 });
      expect(all.map(({ import: id, file, line }) => [id, file, line])).toEqual([
        ['a', 'deals.csv', 7],
        ['a', 'leads.csv', 3],
        ['a', 'leads.csv', 12],
        ['b', 'leads.csv', 1],
      ]);
      expect(all[0]).toEqual({ ...rows[2], import: 'a' });
      expect((await team.engine.quarantined({ limit: 2, after: 1 })).map(({ line }) => line)).toEqual([3, 12]);
      expect((await team.engine.quarantined({ limit: 9, import: 'b' })).map(({ line }) => line)).toEqual([1]);
      expect((await team.engine.status()).quarantined).toBe(4);
      await team.engine.undoImport('b', { recordedMs: nowMs });
      expect((await team.engine.status()).quarantined).toBe(3);
    });

    it('cuts a raw row at 10,000 characters, and survives what broken files hold', async () => {
      const team = await open();
      const session = await team.engine.beginImport({ recordedMs: nowMs });
      const raws = [`${'x'.repeat(9_999)}😀 and more`, 'half a pair: \uD83D', 'y'.repeat(20_000), 'a nul: \0 .'];
      await session.quarantine(raws.map((raw, index) => badRow(index, raw)));
      await session.commit(nothing);
      const kept = (await team.engine.quarantined({ limit: 10 })).map(({ raw }) => raw);
      expect(kept.map((raw) => raw.slice(0, 5))).toEqual(['xxxxx', 'half ', 'yyyyy', 'a nul']);
      for (const raw of kept) {
        expect(raw.length).toBeLessThanOrEqual(10_000);
        expect(hasLoneSurrogate(raw)).toBe(false);
      }
    });
  });
});

describe('records are remembered between imports', () => {
  onEveryEngine((open) => {
    const states = async (session: ImportSession, keys: readonly string[]) =>
      Object.fromEntries(await session.recordStates('map', 'leads', keys));

    it('gives the last committed state of each key, of this map and file', async () => {
      const team = await open();
      const session = await team.engine.beginImport({ recordedMs: nowMs });
      await session.saveRecords('map', 'leads', [
        { key: '1', state: 'a' },
        { key: '2', state: 'b' },
      ]);
      await session.saveRecords('map', 'deals', [{ key: '1', state: 'other file' }]);
      await session.saveRecords('other', 'leads', [{ key: '1', state: 'other map' }]);
      await session.saveRecords('map', 'leads', [{ key: '2', state: 'b2' }]);
      expect(await states(session, ['1', '2', '3'])).toEqual({ 1: 'a', 2: 'b2' });
      await session.commit(nothing);
      const next = await team.engine.beginImport({ recordedMs: nowMs });
      await next.saveRecords('map', 'leads', [{ key: '1', state: 'a2' }]);
      expect(await states(next, ['1', '2'])).toEqual({ 1: 'a2', 2: 'b2' });
      await next.commit(nothing);
      const last = await team.engine.beginImport({ recordedMs: nowMs });
      expect(await states(last, ['1', '2', '3'])).toEqual({ 1: 'a2', 2: 'b2' });
      await last.rollback();
    });

    it('forgets the states of an import that was taken back', async () => {
      const team = await open();
      for (const [id, state] of [
        ['a', 'old'],
        ['b', 'new'],
      ] as const) {
        const session = await team.engine.beginImport({ recordedMs: nowMs, id });
        await session.saveRecords('map', 'leads', [{ key: '1', state }]);
        await session.commit(nothing);
      }
      await team.engine.undoImport('b', { recordedMs: nowMs });
      const session = await team.engine.beginImport({ recordedMs: nowMs });
      expect(await states(session, ['1'])).toEqual({ 1: 'old' });
      await session.rollback();
    });

    it('says which keys have vanished, in the order of UTF-8 bytes', async () => {
      const team = await open();
      const session = await team.engine.beginImport({ recordedMs: nowMs });
      const keys = ['😀', 'ﾮ', 'b', 'a', 'seen'];
      await session.saveRecords(
        'map',
        'leads',
        keys.map((key) => ({ key, state: key })),
      );
      expect(await session.vanished('map', 'leads', 9)).toEqual({ count: 0, keys: [] });
      await session.commit(nothing);
      const next = await team.engine.beginImport({ recordedMs: nowMs });
      await next.markSeen('map', 'leads', ['seen']);
      await next.saveRecords('map', 'leads', [{ key: 'a', state: 'changed' }]);
      expect(await next.vanished('map', 'leads', 2)).toEqual({ count: 3, keys: ['b', 'ﾮ'] });
      expect(await next.vanished('map', 'leads', 9)).toEqual({ count: 3, keys: ['b', 'ﾮ', '😀'] });
      expect(await next.vanished('map', 'deals', 9)).toEqual({ count: 0, keys: [] });
      await next.rollback();
    });

    it('takes records and bad rows by the hundred thousand', async () => {
      const team = await open();
      const count = 130_000;
      const records = Array.from({ length: count }, (_, index) => ({ key: `k${index}`, state: `s${index}` }));
      const session = await team.engine.beginImport({ recordedMs: nowMs });
      await session.saveRecords('map', 'leads', records);
      await session.quarantine(records.map((_, index) => badRow(index)));
      await session.commit(nothing);
      expect((await team.engine.status()).quarantined).toBe(count);
      const next = await team.engine.beginImport({ recordedMs: nowMs });
      const found = await next.recordStates(
        'map',
        'leads',
        records.map(({ key }) => key),
      );
      expect(found.size).toBe(count);
      expect(found.get(`k${count - 1}`)).toBe(`s${count - 1}`);
      await next.markSeen(
        'map',
        'leads',
        records.slice(3).map(({ key }) => key),
      );
      expect(await next.vanished('map', 'leads', 10)).toEqual({ count: 3, keys: ['k0', 'k1', 'k2'] });
      await next.rollback();
    });
  });
});
