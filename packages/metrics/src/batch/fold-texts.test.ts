import { describe, expect, it } from 'vitest';
import { captured, event } from '../../test/support/events.ts';
import { foldWidth } from '../facts/fold-fields.ts';
import { EventBatchBuilder } from './event-batch-builder.ts';
import { readFoldTexts } from './fold-texts.ts';
import { unpackEvents } from './pack-events.ts';

const said = [
  captured('ann', '2026-01-01', 'email'),
  event('lead.updated', 'lead/ann', '2026-01-02', { source: { channel: null, campaign: 'email' }, product: 'seats' }),
  event('lead.assigned', 'lead/ann', '2026-01-04', { to: 'sue' }),
  event('lead.qualified', 'lead/ann', '2026-01-05', { readiness: 'hot' }),
  event('lead.engaged', 'lead/ann', '2026-01-06', { activity: 'visit' }),
];

function batchOf(events: readonly (typeof said)[number][]) {
  const builder = new EventBatchBuilder();
  for (const [group, one] of events.entries()) builder.add(group, one);
  return unpackEvents(builder.take({ firstGroup: 0, groupCount: events.length }));
}

describe('the texts that folds read', () => {
  it('stand once in the batch, with what each event says of them', () => {
    const { terms, values, said: bits } = batchOf(said);
    expect(terms).toEqual(['email', 'seats', 'sue', 'hot']);
    const rows = said.map((_, at) =>
      [...values.slice(at * foldWidth, (at + 1) * foldWidth)].map((place) => terms[place] ?? '-').join(' '),
    );
    expect(rows).toEqual(['email - - - - -', '- - email - - seats', 'sue - - - - -', 'hot - - - - -', '- - - - - -']);
    expect([...bits]).toEqual([0b1, 0b100101, 0b1, 0b1, 0]);
  });

  it('are read from columns as from events, also of many', () => {
    const many = Array.from({ length: 700 }, (_, at) => said[at % said.length] as (typeof said)[number]).map(
      (one, at) => ({ ...one, id: String(at) }),
    );
    const columns = batchOf(many);
    const { terms, said: bits, values } = columns;
    expect(readFoldTexts(columns)).toEqual({ terms, said: bits, values });
  });
});
