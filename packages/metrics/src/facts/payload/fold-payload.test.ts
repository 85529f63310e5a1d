import { type EventType, eventRank, eventTypes, type JsonObject, personalFields } from '@sameteam/model';
import { describe, expect, it } from 'vitest';
import { foldPayload, hasPayload } from './fold-payload.ts';
import { type PayloadShape, payloadShapes } from './payload-shapes.ts';

const pick = (type: EventType, data: JsonObject, personal: JsonObject | null = null) =>
  foldPayload(eventRank(type), data, personal);

describe('foldPayload', () => {
  it('keeps what folds read, and nothing else', () => {
    expect(
      pick('lead.captured', {
        company: { employees: 40, ref: 'company/acme' },
        consent: [{ channel: null, proof: 'x', purpose: 'news', status: 'granted' }],
        ids: [{ id: '1', kind: 'lead', system: 'crm' }],
        source: { channel: 'email' },
      }),
    ).toEqual({
      company: { employees: 40, ref: 'company/acme' },
      consent: [{ channel: null, purpose: 'news', status: 'granted' }],
      source: { channel: 'email' },
    });
    expect(
      pick('lead.attempted', {
        automated: false,
        channel: 'call',
        connected: true,
        direction: 'outbound',
        durationSeconds: 3,
      }),
    ).toEqual({
      automated: false,
      channel: 'call',
      connected: true,
      direction: 'outbound',
    });
  });

  it('is none where folds read nothing, of a type or of what an event says', () => {
    expect(pick('lead.accepted', { by: 'sue' })).toBeNull();
    expect(pick('note.added', {})).toBeNull();
    expect(pick('lead.qualified', { by: 'scoring' })).toBeNull();
    expect(pick('lead.updated', { source: {} })).toBeNull();
    expect(foldPayload(250, {}, null)).toBeNull();
    expect([hasPayload(eventRank('lead.captured')), hasPayload(eventRank('lead.accepted')), hasPayload(250)]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('tells an explicit null from silence', () => {
    expect(pick('lead.updated', { product: null, source: { channel: null } })).toEqual({
      product: null,
      source: { channel: null },
    });
    expect(pick('opportunity.changed', { amount: null })).toEqual({ amount: null });
  });

  it('keeps of personal fields that they were said, or cleared', () => {
    const personal = { contact: { email: 'a@b.example', firstName: 'Ann', lastName: null, middleName: 'Zoë' } };
    expect(pick('lead.captured', { contact: { role: 'vp' } }, personal)).toEqual({
      contact: { hasEmail: true, hasFirstName: true, hasLastName: false, role: 'vp' },
    });
    expect(pick('lead.captured', {}, personal)).toEqual({
      contact: { hasEmail: true, hasFirstName: true, hasLastName: false },
    });
    expect(pick('contact.updated', { company: 'company/acme' }, { phone: '+49' })).toEqual({
      company: 'company/acme',
      hasPhone: true,
    });
    expect(pick('company.updated', {}, { phone: '+49' })).toBeNull();
  });

  it('keeps the order of keys of RFC 8785', () => {
    const payload = pick(
      'lead.captured',
      { company: { country: 'DE', ref: 'company/a' }, contact: { country: 'DE', role: 'vp' }, product: 'x' },
      { contact: { email: 'x' } },
    );
    expect(JSON.stringify(payload)).toBe(
      '{"company":{"country":"DE","ref":"company/a"},"contact":{"country":"DE","hasEmail":true,"role":"vp"},"product":"x"}',
    );
  });
});

describe('payloadShapes', () => {
  it('name no personal field of the model', () => {
    const personalIn = (shape: PayloadShape, tree: ReturnType<typeof personalFields>): readonly string[] =>
      Object.entries(shape).flatMap(([field, part]) => {
        const below = tree?.[field];
        if (below === true) return [field];
        return below === undefined || part === 'as-is' || Array.isArray(part)
          ? []
          : personalIn(part as PayloadShape, below);
      });
    for (const type of eventTypes) expect(personalIn(payloadShapes[type] ?? {}, personalFields(type))).toEqual([]);
  });
});
