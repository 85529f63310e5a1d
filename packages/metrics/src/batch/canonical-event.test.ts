import { createHash } from 'node:crypto';
import { canonicalJson, type LeadEvent, validateEvent } from '@sameteam/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { captured, event } from '../../test/support/events.ts';
import { canonicalEvent } from './canonical-event.ts';
import { EventBatchBuilder } from './event-batch-builder.ts';
import { unpackEvents } from './pack-events.ts';

let hashed: string[] = [];
const hash = (text: string) => {
  hashed.push(text);
  return createHash('sha256').update(text, 'utf8').digest('hex');
};
const secret = new Uint8Array(16);

/** What is digested of an event, and what is made of its columns again. */
function bothForms(each: LeadEvent, sorted: boolean): readonly [digested: string, made: string] {
  hashed = [];
  const builder = new EventBatchBuilder({ hash, secret: () => secret });
  builder.add(0, sorted ? (JSON.parse(canonicalJson(each)) as LeadEvent) : each, { sorted });
  const columns = unpackEvents(builder.take({ firstGroup: 0, groupCount: 1 }));
  return [(hashed[0] as string).replace(/^0{32}\n/, ''), canonicalEvent(columns, 0)];
}

const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }).filter((value) => !value.includes('\0'));
const contact = fc.record(
  { email: fc.constantFrom('a@b.example', null), firstName: text, role: text, language: fc.constant('de') },
  { requiredKeys: [] },
);
const events = fc.record({
  id: text,
  source: text,
  time: fc.constantFrom(
    '2026-01-01T00:00:00Z',
    '2026-01-01T00:00:00.000Z',
    '2026-01-01T00:00:00.120Z',
    '2026-01-01T01:00:00.5+01:00',
  ),
  data: fc.record(
    { contact: fc.oneof(contact, fc.constant(null)), product: text, 'x-größe "1"': fc.anything({ maxDepth: 0 }) },
    { requiredKeys: [] },
  ),
  further: fc.record({ traceparent: text, recordedtime: fc.constant('2026-02-01T00:00:00Z') }, { requiredKeys: [] }),
});

describe('canonicalEvent', () => {
  it('is what was digested: the RFC 8785 form of the event as received, without recordedtime', () => {
    fc.assert(
      fc.property(events, fc.boolean(), ({ further, ...given }, sorted) => {
        const each = JSON.parse(
          JSON.stringify({ ...event('lead.captured', 'lead/ann', '2026-01-01', {}, 'x'), ...given, ...further }),
        ) as LeadEvent;
        fc.pre(validateEvent(each).success);
        const { recordedtime: _, ...received } = each;
        expect(bothForms(each, sorted)).toEqual([canonicalJson(received), canonicalJson(received)]);
      }),
      { numRuns: 1000 },
    );
  });

  it('is so for an event without anything beside what it must have', () => {
    const plain = captured('ann', '2026-01-01');
    expect(bothForms(plain, false)).toEqual([canonicalJson(plain), canonicalJson(plain)]);
  });
});
