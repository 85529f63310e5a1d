import { eventRank, type LeadEvent } from '@sameteam/model';
import { describe, expect, it } from 'vitest';
import { captured, event } from '../../test/support/events.ts';
import { EventBatchBuilder } from './event-batch-builder.ts';
import { contentAt } from './judge-batch.ts';
import { unpackEvents } from './pack-events.ts';

function batchOf(...events: readonly LeadEvent[]) {
  const builder = new EventBatchBuilder();
  for (const [index, each] of events.entries()) builder.add(index, each);
  return unpackEvents(builder.take({ firstGroup: 0, groupCount: events.length }));
}

describe('EventBatchBuilder', () => {
  it('puts events into columns', () => {
    const batch = batchOf(
      captured('ann', '2026-01-01T00:00:00.250Z', 'email'),
      event('opportunity.won', 'opportunity/o', '2026-02-01', {}, 'w1'),
    );
    expect(batch).toMatchObject({ count: 2, firstGroup: 0, groupCount: 2, source: ['test', 'test'] });
    expect([...batch.type]).toEqual([eventRank('lead.captured'), eventRank('opportunity.won')]);
    expect([...batch.timeMs]).toEqual([Date.UTC(2026, 0, 1, 0, 0, 0, 250), Date.UTC(2026, 1, 1)]);
    expect(batch.subject).toEqual(['lead/ann', 'opportunity/o']);
    expect(batch.id[1]).toBe('w1');
    expect(batch.data).toEqual(['{"source":{"channel":"email"}}', '{}']);
    expect([batch.personal, batch.attributes]).toEqual([
      [null, null],
      [null, null],
    ]);
  });

  it('splits personal fields off', () => {
    const batch = batchOf(
      event('lead.captured', 'lead/ann', '2026-01-01', { contact: { email: 'a@b.example', role: 'vp' } }, 'p'),
    );
    expect(batch.data).toEqual(['{"contact":{"role":"vp"}}']);
    expect(batch.personal).toEqual(['{"contact":{"email":"a@b.example"}}']);
  });

  it('keeps of an event what was received, whatever the order of its keys, without what is so anyway', () => {
    const plain = captured('ann', '2026-01-01');
    const contentOf = (each: object) => contentAt(batchOf(each as LeadEvent), 0);
    expect(contentOf({ ...plain, recordedtime: '2026-05-01T00:00:00Z' })).toEqual(contentOf(plain));
    expect(contentOf({ ...plain, datacontenttype: 'application/json' })).toEqual(contentOf(plain));
    expect(contentOf(Object.fromEntries(Object.entries(plain).reverse()))).toEqual(contentOf(plain));
    expect(contentOf({ ...plain, time: '2026-01-01T00:00:00.000Z' })).not.toEqual(contentOf(plain));
    expect(contentOf({ ...plain, traceparent: '00-1' })).not.toEqual(contentOf(plain));
  });

  it('keeps further attributes, and a time that was not written as plain UTC', () => {
    const plain = captured('ann', '2026-01-01');
    const attributesOf = (given: object) => batchOf({ ...plain, ...given } as LeadEvent).attributes[0];
    expect(attributesOf({ traceparent: '00-1', dataschema: 'x/1' })).toBe('{"dataschema":"x/1","traceparent":"00-1"}');
    expect(attributesOf({ time: '2026-01-01T01:00:00+01:00' })).toBe('{"time":"2026-01-01T01:00:00+01:00"}');
    expect(attributesOf({ time: '2026-01-01T00:00:00.000Z' })).toBe('{"time":"2026-01-01T00:00:00.000Z"}');
    expect(attributesOf({ time: '2026-01-01T00:00:00.001Z' })).toBeNull();
    expect(attributesOf({ time: '2026-01-01T00:00:00.001999Z' })).toBe('{"time":"2026-01-01T00:00:00.001999Z"}');
  });

  it('is empty again after take, and grows as far as it must', () => {
    const builder = new EventBatchBuilder();
    for (let index = 0; index < 1000; index++) builder.add(index, captured(`l${index}`, '2026-01-01'));
    const batch = unpackEvents(builder.take({ firstGroup: 0, groupCount: 1000 }));
    expect(builder.count).toBe(0);
    const again = batchOf(
      ...[0, 999].map((index) => ({ ...captured(`l${index}`, '2026-01-01'), id: batch.id[index] }) as LeadEvent),
    );
    expect(contentAt(batch, 0)).toEqual(contentAt(again, 0));
    expect(contentAt(batch, 999)).toEqual(contentAt(again, 1));
  });

  it('writes events whose keys are sorted already without sorting them', () => {
    const sorted = JSON.parse(
      '{"data":{"source":{"channel":"email","medium":"mail"}},"id":"s1","source":"test","specversion":"1.0","subject":"lead/ann","time":"2026-01-01T00:00:00Z","type":"lead.captured"}',
    ) as LeadEvent;
    const builder = new EventBatchBuilder();
    builder.add(0, sorted, { sorted: true });
    builder.add(0, sorted);
    const batch = unpackEvents(builder.take({ firstGroup: 0, groupCount: 1 }));
    expect(contentAt(batch, 0)).toEqual(contentAt(batch, 1));
    expect(batch.data[0]).toBe(batch.data[1]);
  });
});
