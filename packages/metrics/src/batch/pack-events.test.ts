import { describe, expect, it } from 'vitest';
import type { EventColumns } from './event-batch.ts';
import { packEvents, packTexts, unpackEvents, unpackTexts } from './pack-events.ts';

const columns: EventColumns = {
  count: 3,
  firstGroup: 4,
  groupCount: 2,
  group: Int32Array.of(4, 5, 5),
  type: Uint8Array.of(1, 2, 3),
  timeMs: Float64Array.of(1, 2, 3),
  source: ['a', 'b', 'a'],
  id: ['1', 'zwei\n', '😀'],
  subject: ['lead/1', 'lead/2', 'lead/3'],
  data: ['{}', '{}', '{}'],
  personal: [null, '{"x":1}', null],
  attributes: [null, null, null],
  terms: [],
  says: Int32Array.of(-1, -1, -1),
};

describe('packEvents', () => {
  it('joins texts, and names each source once', () => {
    const batch = packEvents(columns);
    expect(batch).toMatchObject({ sources: ['a', 'b'], attributes: null });
    expect(Buffer.from(batch.id).toString()).toBe('1\0zwei\n\0😀');
    expect(Buffer.from(batch.personal ?? []).toString()).toBe('\0{"x":1}\0');
    expect([...batch.source]).toEqual([0, 1, 0]);
  });

  it('is undone by unpackEvents', () => {
    expect(unpackEvents(packEvents(columns))).toEqual(columns);
  });

  it('packs nothing as nothing', () => {
    expect(unpackTexts(packTexts([]), 0)).toEqual([]);
  });

  it('refuses a column that is not as long as it should be', () => {
    expect(() => unpackTexts(packTexts(['a\0b', 'c']), 2)).toThrow('A column of 2 texts holds 3.');
  });
});
