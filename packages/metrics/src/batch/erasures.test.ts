import { describe, expect, it } from 'vitest';
import { captured, event, retracted } from '../../test/support/events.ts';
import { Erasures } from './erasures.ts';
import type { EventBatch } from './event-batch.ts';
import { EventBatchBuilder } from './event-batch-builder.ts';
import { unpackEvents } from './pack-events.ts';

function batchOf(...events: readonly ReturnType<typeof event>[]): EventBatch {
  const builder = new EventBatchBuilder();
  for (const [group, each] of events.entries()) builder.add(group, each);
  return builder.take({ firstGroup: 0, groupCount: events.length });
}

const none: ReadonlySet<string> = new Set();
const ann = captured('ann', '2026-01-01');
const erasure = event('record.erased', 'lead/ann', '2026-01-02', { ground: 'asked for' });
const naming = (data: object) => event('lead.captured', 'lead/cid', '2026-01-01', { ...data });

describe('Erasures', () => {
  it('refuses what is about an erased subject, but for erasures and retractions', () => {
    const erasures = new Erasures(new Set(['lead/ann']));
    const batch = batchOf(ann, erasure, retracted(ann, '2026-01-03'), captured('annie', '2026-01-01'));
    const columns = unpackEvents(batch);
    expect([0, 1, 2, 3].map((index) => erasures.refuses(columns, index))).toEqual([true, false, false, false]);
    expect(new Erasures(none).refuses(columns, 0)).toBe(false);
  });

  it('refuses what names an erased contact, and nothing that only looks so', () => {
    const columns = unpackEvents(
      batchOf(
        naming({ contact: { ref: 'contact/1' } }),
        naming({ contact: { ref: 'contact/12' } }),
        naming({ product: '"ref":"contact/1"' }),
        event('lead.converted', 'lead/cid', '2026-01-01', { contact: 'contact/1' }),
      ),
    );
    const refused = (erasures: Erasures) => [0, 1, 2, 3].map((index) => erasures.refuses(columns, index));
    expect(refused(new Erasures(new Set(['contact/1'])))).toEqual([true, false, false, false]);
    const later = new Erasures(none);
    later.add('contact/12');
    expect(refused(later)).toEqual([false, true, false, false]);
  });

  it('is concerned with a batch that erases, or of which something is refused', () => {
    expect(new Erasures(none).concerns(batchOf(ann))).toBe(false);
    expect(new Erasures(none).concerns(batchOf(ann, erasure))).toBe(true);
    expect(new Erasures(new Set(['lead/ann'])).concerns(batchOf(captured('ben', '2026-01-01'), ann))).toBe(true);
    expect(new Erasures(new Set(['lead/ann', 'contact/1'])).concerns(batchOf(captured('ben', '2026-01-01')))).toBe(
      false,
    );
    expect(new Erasures(new Set(['contact/1'])).concerns(batchOf(naming({ contact: { ref: 'contact/1' } })))).toBe(
      true,
    );
    expect(new Erasures(new Set(['lead/ann'])).concerns(batchOf())).toBe(false);
  });
});
