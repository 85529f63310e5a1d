import { describe, expect, it } from 'vitest';
import { event } from '../../test/support/events.ts';
import { Erasures } from './erasures.ts';
import type { EventColumns } from './event-batch.ts';
import { EventBatchBuilder } from './event-batch-builder.ts';
import { contentAt, judgeBatch, type StoredEventContent } from './judge-batch.ts';
import { unpackEvents } from './pack-events.ts';

const said = (id: string, channel: string, email?: string) =>
  event(
    'lead.captured',
    'lead/ann',
    '2026-01-01',
    { source: { channel }, ...(email === undefined ? {} : { contact: { email } }) },
    id,
  );

/** Rows of events, `firstGroup` counted from 5 as in a later batch. */
function batchOf(...rows: readonly (readonly ReturnType<typeof said>[])[]): EventColumns {
  const builder = new EventBatchBuilder();
  for (const [index, events] of rows.entries()) for (const each of events) builder.add(5 + index, each);
  return unpackEvents(builder.take({ firstGroup: 5, groupCount: rows.length }));
}

function storeOf(batch: EventColumns): ReadonlyMap<string, StoredEventContent> {
  return new Map(batch.id.map((id, index) => [id, { ...contentAt(batch, index), import: 7 }]));
}

function judge(batch: EventColumns, stored: ReadonlyMap<string, StoredEventContent> = new Map()) {
  const { repeated, ...judgement } = judgeBatch(batch, {
    stored: (index) => stored.get(batch.id[index] as string) ?? null,
    erasures: new Erasures(new Set()),
  });
  return { ...judgement, repeated: [...repeated] };
}

describe('judgeBatch', () => {
  it('accepts what is new, once', () => {
    const batch = batchOf([said('1', 'a'), said('2', 'a')], [said('2', 'a'), said('3', 'a')], [said('1', 'a')], []);
    expect(judge(batch)).toEqual({
      verdicts: ['accepted', 'accepted', 'duplicate', 'duplicate'],
      accepted: [0, 1, 3],
      repeated: [],
    });
  });

  it('tells duplicates of the store, and of which import, from conflicts with it', () => {
    const stored = storeOf(batchOf([said('1', 'a')]));
    const batch = batchOf([said('1', 'a')], [said('1', 'b')], [said('1', 'a'), said('2', 'a')]);
    expect(judge(batch, stored)).toEqual({
      verdicts: ['duplicate', 'conflict', 'accepted'],
      accepted: [3],
      repeated: [7],
    });
  });

  it('refuses a row whole: its other events are as if they had never come', () => {
    const stored = storeOf(batchOf([said('1', 'a')]));
    const batch = batchOf([said('2', 'a'), said('1', 'b'), said('3', 'a')], [said('2', 'z')]);
    expect(judge(batch, stored)).toMatchObject({ verdicts: ['conflict', 'accepted'], accepted: [3] });
  });

  it('refuses a row that contradicts itself or an earlier row', () => {
    expect(judge(batchOf([said('1', 'a'), said('1', 'b')]))).toMatchObject({ verdicts: ['conflict'], accepted: [] });
    expect(judge(batchOf([said('1', 'a')], [said('1', 'b')]))).toMatchObject({
      verdicts: ['accepted', 'conflict'],
      accepted: [0],
    });
  });

  it('compares personal content too', () => {
    const stored = storeOf(batchOf([said('1', 'a', 'ann@acme.example')]));
    const batch = batchOf(
      [said('1', 'a', 'ann@acme.example')],
      [said('1', 'a', 'ann@other.example')],
      [said('1', 'a')],
    );
    expect(judge(batch, stored).verdicts).toEqual(['duplicate', 'conflict', 'conflict']);
    const bare = storeOf(batchOf([said('1', 'a')]));
    expect(judge(batch, bare).verdicts).toEqual(['conflict', 'conflict', 'duplicate']);
  });

  it('refuses whoever was erased before, known or not, by an earlier row at the latest', () => {
    const erasure = event('record.erased', 'lead/ann', '2026-01-02', { ground: 'asked for' }, 'x');
    const stored = storeOf(batchOf([said('1', 'a')]));
    const batch = batchOf([said('2', 'a'), erasure], [said('1', 'a')], [said('1', 'b'), said('3', 'a')], [erasure]);
    expect(judge(batch, stored)).toEqual({
      verdicts: ['accepted', 'erased', 'erased', 'duplicate'],
      accepted: [0, 1],
      repeated: [],
    });
  });
});
