import { describe, expect, it } from 'vitest';
import { captured, event } from '../../test/support/events.ts';
import { EventBatchBuilder } from './event-batch-builder.ts';
import { unpackEvents } from './pack-events.ts';
import { readPayloads } from './payload-texts.ts';

const mail = { contact: { email: 'ann@acme.example', role: 'vp' } };
const said = [
  captured('ann', '2026-01-01', 'email'),
  captured('ben', '2026-01-01', 'email'),
  event('lead.captured', 'lead/cat', '2026-01-02', mail),
  event('lead.assigned', 'lead/ann', '2026-01-04', { by: 'router', to: 'sue' }),
  event('lead.accepted', 'lead/ann', '2026-01-05', { by: 'sue' }),
  event('lead.engaged', 'lead/ann', '2026-01-06', { activity: 'visit' }),
];

function batchOf(events: readonly (typeof said)[number][]) {
  const builder = new EventBatchBuilder();
  for (const [group, one] of events.entries()) builder.add(group, one);
  return unpackEvents(builder.take({ firstGroup: 0, groupCount: events.length }));
}

describe('what folds read', () => {
  it('stands once in the batch, as the text of RFC 8785, without what is personal', () => {
    const { terms, says } = batchOf(said);
    expect(terms).toEqual([
      '{"source":{"channel":"email"}}',
      '{"contact":{"hasEmail":true,"role":"vp"}}',
      '{"to":"sue"}',
      '{"activity":"visit"}',
    ]);
    expect([...says]).toEqual([0, 0, 1, 2, -1, 3]);
  });

  it('is read from columns as from events, also of many', () => {
    const many = Array.from({ length: 1500 }, (_, at) => said[at % said.length] as (typeof said)[number]).map(
      (one, at) => ({ ...one, id: String(at) }),
    );
    const columns = batchOf(many);
    const { terms, says } = columns;
    expect(says.length).toBe(1500);
    expect(readPayloads(columns)).toEqual({ terms, says });
  });

  it('is the same of an event that was written already', () => {
    const builder = new EventBatchBuilder();
    builder.addWritten(0, {
      type: 'lead.assigned',
      timeMs: 0,
      source: 'test',
      id: '1',
      subject: 'lead/ann',
      data: '{"by":"router","to":"sue"}',
      personal: null,
      payload: '{"to":"sue"}',
    });
    expect(builder.take({ firstGroup: 0, groupCount: 1 })).toMatchObject({
      terms: ['{"to":"sue"}'],
      says: Int32Array.of(0),
    });
  });
});
