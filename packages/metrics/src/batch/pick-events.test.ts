import { describe, expect, it } from 'vitest';
import { captured, event } from '../../test/support/events.ts';
import { EventBatchBuilder } from './event-batch-builder.ts';
import { unpackEvents } from './pack-events.ts';
import { pickEvents } from './pick-events.ts';

const events = [
  captured('ann', '2026-01-01', 'email'),
  { ...event('lead.captured', 'lead/ben', '2026-01-02', { contact: { email: 'b@c.example' } }), source: 'other' },
  event('lead.assigned', 'lead/ben', '2026-01-03', { to: 'sue' }),
  captured('cat', '2026-01-04', 'paid'),
];

function batchOf(places: readonly number[]) {
  const builder = new EventBatchBuilder();
  for (const place of places) builder.add(place, events[place] as (typeof events)[number]);
  return unpackEvents(builder.take({ firstGroup: 0, groupCount: 4 }));
}

describe('pickEvents', () => {
  it.each([[[1, 2]], [[0, 1, 3]], [[0, 1, 2, 3]], [[]]])('gives events %j as if they had come alone', (places) => {
    expect(unpackEvents(pickEvents(batchOf([0, 1, 2, 3]), places))).toEqual(batchOf(places));
  });
});
