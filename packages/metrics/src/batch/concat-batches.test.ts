import { describe, expect, it } from 'vitest';
import { captured, event } from '../../test/support/events.ts';
import { concatBatches } from './concat-batches.ts';
import { EventBatchBuilder } from './event-batch-builder.ts';
import { unpackEvents } from './pack-events.ts';

/** A batch of the given rows, each with as many events as its number says. */
function batchOf(prefix: string, firstGroup: number, rows: readonly number[]) {
  const builder = new EventBatchBuilder();
  for (const [index, events] of rows.entries()) {
    for (let event = 0; event < events; event++)
      builder.add(firstGroup + index, captured(`${prefix}${index}-${event}`, '2026-01-01'));
  }
  return builder.take({ firstGroup, groupCount: rows.length });
}

describe('concatBatches', () => {
  it('puts events behind one another and counts their rows on', () => {
    const parts = [batchOf('a', 7, [2, 0, 1]), batchOf('b', 0, []), batchOf('c', 90, [0, 2])];
    const whole = concatBatches(parts);
    expect(whole).toMatchObject({ count: 5, firstGroup: 0, groupCount: 5 });
    expect([...whole.group]).toEqual([0, 0, 2, 4, 4]);
    const columns = unpackEvents(whole);
    expect(columns.subject).toEqual(['lead/a0-0', 'lead/a0-1', 'lead/a2-0', 'lead/c1-0', 'lead/c1-1']);
  });

  it('keeps sources, and what only some events have, with their events', () => {
    const one = (source: string, data: Readonly<Record<string, unknown>>, given: object = {}) => {
      const builder = new EventBatchBuilder();
      builder.add(0, { ...event('lead.captured', 'lead/ann', '2026-01-01', data, source), source, ...given });
      return builder.take({ firstGroup: 0, groupCount: 1 });
    };
    const mail = (email: string) => ({ contact: { email } });
    const whole = unpackEvents(
      concatBatches([
        one('b', {}),
        one('a', mail('a@b.example')),
        one('b', mail('c@d.example'), { time: '2026-01-01T01:00:00+01:00' }),
        batchOf('none', 0, [0]),
      ]),
    );
    expect(whole.source).toEqual(['b', 'a', 'b']);
    expect(whole.personal).toEqual([
      null,
      '{"contact":{"email":"a@b.example"}}',
      '{"contact":{"email":"c@d.example"}}',
    ]);
    expect(whole.attributes).toEqual([null, null, '{"time":"2026-01-01T01:00:00+01:00"}']);
    expect(whole.groupCount).toBe(4);
  });

  it('gives a single batch that starts at 0 as it is', () => {
    const only = batchOf('a', 0, [1]);
    expect(concatBatches([only])).toBe(only);
    expect([...concatBatches([batchOf('a', 3, [1])]).group]).toEqual([0]);
  });

  it('gives an empty batch for none', () => {
    expect(concatBatches([])).toMatchObject({ count: 0, groupCount: 0 });
  });
});
